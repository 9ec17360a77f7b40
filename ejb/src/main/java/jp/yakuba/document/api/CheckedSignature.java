package jp.yakuba.document.api;

import jp.yakuba.signature.api.SignatureReport;

/** A signed fair copy with what came out when its latest version was checked just now. */
public record CheckedSignature(SignatureLine line, SignatureReport report) {}
