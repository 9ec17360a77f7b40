package jp.yakuba.application.api;

import java.util.UUID;

/** What an inbox shows: blank or null parts are not asked. {@code words} fit receipt number or applicant's name. */
public record InboxFilter(
        String section, ApplicationState state, String procedure, UUID assignee, boolean mine, boolean overdue,
        String words) {}
