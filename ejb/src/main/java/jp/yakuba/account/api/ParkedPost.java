package jp.yakuba.account.api;

/** A kept post: the path it was sent to, and its form fields as sent, URL-encoded. */
public record ParkedPost(String path, String body) {
    @Override
    public String toString() {
        return "ParkedPost[" + path + "]";
    }
}
