package jp.yakuba.notification.service;

/** Where the portal is found from outside: {@code YAKUBA_PUBLIC_URL}, or this machine in a sample town. */
final class PortalAddress {
    private PortalAddress() {}

    /** The full address of a path in the portal; null if there is no path. */
    static String of(String path) {
        return path == null ? null : base() + path;
    }

    private static String base() {
        var configured = System.getenv("YAKUBA_PUBLIC_URL");
        if (configured != null && !configured.isBlank()) {
            return configured.strip().replaceFirst("/+$", "");
        }
        return "http://localhost:" + System.getProperty("yakuba.port.http", "8080");
    }
}
