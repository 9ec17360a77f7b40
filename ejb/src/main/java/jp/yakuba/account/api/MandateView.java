package jp.yakuba.account.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A mandate (委任): who lets whom act, in which procedures (empty code list = all), from when to when.
 *
 * @param agentAccountId null until somebody has accepted
 * @param agentName until then the address to which it was offered
 */
public record MandateView(
        UUID id, UUID principalAccountId, String principalName, UUID agentAccountId, String agentName,
        java.util.List<String> procedures, LocalDate from, LocalDate until, String state) {}
