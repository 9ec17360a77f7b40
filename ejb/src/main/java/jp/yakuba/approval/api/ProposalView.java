package jp.yakuba.approval.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A proposal and its route as people see it. State: PROPOSED, DECIDED, SENT_BACK. */
public record ProposalView(
        UUID id,
        long version,
        String matter,
        String subjectType,
        UUID subjectId,
        String title,
        String text,
        String state,
        String drafter,
        Instant proposedAt,
        List<Step> route) {

    /** One stop of the route. State: WAITING, DONE, RETURNED, AHEAD. */
    public record Step(String post, String postName, String person, String state, Instant at, String comment) {}
}
