package jp.yakuba.document.model.signing;

/** Whose certificate signed, as it is kept. */
public record Signer(String name, String issuer, String serial) {}
