package jp.yakuba.notification.service;

/** Where the portal is found from outside: the first address of {@code YAKUBA_PUBLIC_URL}, or this machine in a sample town. */
final class PortalAddress {
    private static final String BASE = base(
            System.getenv("YAKUBA_PUBLIC_URL"), "http://localhost:" + System.getProperty("yakuba.port.http", "8080"));

    private PortalAddress() {}

    /** The full address of a path in the portal; null if there is no path. */
    static String of(String path) {
        return path == null ? null : BASE + path;
    }

    /** The first of the addresses that are named, without a stroke at its end. */
    static String base(String configured, String otherwise) {
        var named = configured == null || configured.isBlank() ? otherwise : configured.strip().split("[\\s,]+")[0];
        return named.replaceFirst("/+$", "");
    }
}
