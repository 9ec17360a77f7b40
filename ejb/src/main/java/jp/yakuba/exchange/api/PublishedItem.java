package jp.yakuba.exchange.api;

/**
 * An item of a publication, as it stands or as it went.
 *
 * @param key its name within the publication
 * @param serial number of the last change to it; later changes have greater numbers over the whole publication
 * @param forget serial of its last change since which nothing may stay of what was told of it before; 0 if there was none
 * @param content what it says; null if it was withdrawn
 */
public record PublishedItem(String key, long serial, long forget, byte[] content) {
    /** An item of which all that was told before may stay. */
    public PublishedItem(String key, long serial, byte[] content) {
        this(key, serial, 0, content);
    }

    /** True if its publisher took it back. */
    public boolean isWithdrawn() {
        return content == null;
    }
}
