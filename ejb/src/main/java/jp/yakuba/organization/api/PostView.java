package jp.yakuba.organization.api;

import java.util.UUID;

/** A post (職) and who holds it; staffId and staffName are null while it is vacant. */
public record PostView(
        String code, String title, String section, String sectionName, int rank, UUID staffId, String staffName) {}
