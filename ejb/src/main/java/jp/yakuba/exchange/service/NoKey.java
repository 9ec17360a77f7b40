package jp.yakuba.exchange.service;

/** The office has no key that it may use now; what needs one waits. */
final class NoKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoKey(String message) {
        super(message);
    }
}
