package jp.yakuba.account.api;

/** A signing: the digest in hexadecimal, where the browser returns to, and whether the signature is there. */
public record SigningView(String digest, String returnPath, boolean delivered) {}
