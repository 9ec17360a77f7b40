package jp.yakuba.exchange.api;

/**
 * An item of a publication, as it stands or as it went.
 *
 * @param key its name within the publication
 * @param serial number of the last change to it; later changes have greater numbers over the whole publication
 * @param content what it says; null if it was withdrawn
 */
public record PublishedItem(String key, long serial, byte[] content) {
    /** True if its publisher took it back. */
    public boolean isWithdrawn() {
        return content == null;
    }
}
