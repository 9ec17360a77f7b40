package jp.yakuba.cards;

/** The cards of the sample town could not be made or read. */
public final class CardsFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CardsFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
