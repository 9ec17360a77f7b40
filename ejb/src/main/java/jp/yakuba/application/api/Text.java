package jp.yakuba.application.api;

/**
 * A text in the languages of the portal. A missing language falls back to Japanese.
 *
 * @param ja Japanese; always there
 * @param easy やさしい日本語, written by people; null if missing
 * @param en English; null if missing
 */
public record Text(String ja, String easy, String en) {
    /** The text in {@code ja}, {@code ja-easy} or {@code en}. */
    public String in(String language) {
        var wanted = switch (language) {
            case "en" -> en;
            case "ja-easy" -> easy;
            default -> ja;
        };
        return wanted == null || wanted.isBlank() ? ja : wanted;
    }
}
