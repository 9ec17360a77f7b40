package jp.yakuba.share.model;

/** A procedure of another office, as its publication says now. */
public record OfferedProcedure(String peer, String code, long serial, String name, byte[] content, String sha256) {}
