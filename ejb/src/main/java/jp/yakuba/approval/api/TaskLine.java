package jp.yakuba.approval.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A proposal in a list of tasks.
 *
 * @param proposalId the proposal
 * @param version its present version
 * @param title 件名
 * @param drafter who proposed
 * @param section code of the section that proposed
 * @param proposedAt when
 * @param urgent 急施
 * @param kind what is asked; null in lists of one's own proposals
 * @param postName title of the post that is asked; null in lists of one's own proposals
 * @param dueOn until when; null if nothing is due
 * @param state state of the proposal
 * @param opened true if the asker has opened it since it last changed
 */
public record TaskLine(
        UUID proposalId,
        long version,
        String title,
        String drafter,
        String section,
        Instant proposedAt,
        boolean urgent,
        StopKind kind,
        String postName,
        LocalDate dueOn,
        String state,
        boolean opened) {}
