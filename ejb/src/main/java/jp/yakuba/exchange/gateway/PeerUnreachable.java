package jp.yakuba.exchange.gateway;

/** The peer did not answer, or it was not the peer who answered. */
public final class PeerUnreachable extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what stood in the way. */
    public PeerUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
