package jp.yakuba.application.api;

/**
 * A signature over what is submitted.
 *
 * @param certificate the signature certificate, DER in Base64
 * @param signedDigest signature over the digest that {@code DraftDesk} announces, Base64
 */
public record Signature(String certificate, String signedDigest) {}
