package jp.yakuba.notification.api;

/** A small file that goes with a mail, such as a notice as PDF. */
public record Enclosure(String name, String mediaType, byte[] content) {}
