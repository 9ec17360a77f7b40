package jp.yakuba.application.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An application with everything its own people may see.
 *
 * @param decisionText the reason that was given; null if nothing was decided
 * @param instruction on remedies (教示); null if nothing was decided
 * @param agent who sent it for the applicant under a mandate (代理人); null if the applicant did
 */
public record ApplicationView(
        UUID id,
        long version,
        UUID bundleId,
        String receiptNumber,
        String recordNumber,
        ProcedureView procedure,
        int formVersion,
        Instant arrivedAt,
        ApplicationState state,
        Instant since,
        LocalDate dueOn,
        Map<String, String> answers,
        List<FormPage> pages,
        List<AttachmentView> attachments,
        List<HistoryLine> history,
        CorrectionView correction,
        List<AnsweredCorrection> corrections,
        String decisionText,
        String instruction,
        String decisionNumber,
        String result,
        boolean mayWithdraw,
        String agent) {

    /** One step of the history; {@code who} is the office's section or the applicant, never a clerk's name. */
    public record HistoryLine(Instant at, ApplicationState state, String who, String words) {}

    /**
     * An open correction request: which paths (none for the whole form), why, until when.
     *
     * @param lapsed true if the period has run out; an answer is still taken until the office goes on
     */
    public record CorrectionView(UUID id, List<String> paths, String words, LocalDate until, boolean lapsed) {}

    /**
     * A correction that was answered.
     *
     * @param questions those whose answers differ, as they were asked before or after
     * @param before the answers as they stood before
     * @param after the answers as they stood then
     * @param files every file that either names
     */
    public record AnsweredCorrection(
            Instant askedAt, String words, Instant answeredAt, List<FormPage.Question> questions, Map<String, String> before,
            Map<String, String> after, List<AttachmentView> files) {}
}
