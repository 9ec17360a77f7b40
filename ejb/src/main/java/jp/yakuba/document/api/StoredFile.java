package jp.yakuba.document.api;

/** A kept file: its hash (hex), size in bytes, media type by content, and the name it came with. */
public record StoredFile(String sha256, long size, String mediaType, String name) {}
