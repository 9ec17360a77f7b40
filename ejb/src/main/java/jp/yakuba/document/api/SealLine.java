package jp.yakuba.document.api;

import java.time.Instant;
import java.util.UUID;

/** A line of the seal register (公印使用簿). */
public record SealLine(UUID recordId, String number, String title, String seal, int copies, String section, String by, Instant at) {}
