package jp.yakuba.exchange.model;

/** A kept file that travels with a message: its hash, and the name it has for people. */
public record ParcelFile(String sha256, String name) {}
