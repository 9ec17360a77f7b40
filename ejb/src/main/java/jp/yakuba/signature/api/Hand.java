package jp.yakuba.signature.api;

/** The office's hand: a key that may sign at this moment. Only {@link SigningMeans} gives one, and nobody sees the key. */
public interface Hand {
    /** Whose certificate signs. */
    Signer signer();
}
