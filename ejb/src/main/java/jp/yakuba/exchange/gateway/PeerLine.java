package jp.yakuba.exchange.gateway;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The line to other offices: requests over TLS 1.3 in which both sides show their certificate as an organisation. */
public interface PeerLine {
    /** True if this office has a certificate to show. */
    boolean isOn();

    /** Asks a peer; its certificate must be that of the office with the code, before anything is sent. */
    Reply ask(Request request) throws PeerUnreachable;

    /** Opens a body anew each time it is asked. */
    @FunctionalInterface
    interface Body {
        InputStream open();
    }

    /**
     * A request.
     *
     * @param peer code of the office that must answer
     * @param method of HTTP
     * @param headers beside those that every request has
     * @param body what is sent; null for nothing
     * @param length of the body in bytes
     * @param patience how long the answer may take
     * @param most bytes of the answer that are read
     */
    record Request(String peer, String method, URI address, Map<String, String> headers, Body body, long length, Duration patience, int most) {
        private static final int USUAL = 1024 * 1024;

        /** A request to which a short answer is expected. */
        public Request(String peer, String method, URI address, Map<String, String> headers, Body body, long length, Duration patience) {
            this(peer, method, address, headers, body, length, patience, USUAL);
        }
    }

    /** An answer: status, type and the first bytes of what came. */
    record Reply(int status, String mediaType, Map<String, String> headers, byte[] body) {}
}
