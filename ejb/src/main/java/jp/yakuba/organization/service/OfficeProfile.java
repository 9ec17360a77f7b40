package jp.yakuba.organization.service;

/** Whether this office is a real one (本番), as the environment says. */
final class OfficeProfile {
    private static final String VARIABLE = "YAKUBA_PRODUCTION";

    private OfficeProfile() {}

    static boolean isProduction() {
        return "true".equalsIgnoreCase(System.getProperty("yakuba.production", System.getenv(VARIABLE)));
    }
}
