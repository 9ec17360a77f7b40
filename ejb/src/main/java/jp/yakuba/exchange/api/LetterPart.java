package jp.yakuba.exchange.api;

/**
 * A file that travels with a head.
 *
 * @param path its place in the container, plain ASCII
 * @param displayName what people call it
 * @param size in bytes
 * @param sha256 of its bytes, 64 small hexadecimal digits
 */
public record LetterPart(String path, String displayName, String mediaType, long size, String sha256, Role role) {

    /** What a file is to its letter. */
    public enum Role {
        /** The letter itself (本文): there is exactly one. */
        DOCUMENT,
        /** 添付. */
        ATTACHMENT,
        /** What a program of the recipient reads, in the form of the service. */
        SERVICE
    }
}
