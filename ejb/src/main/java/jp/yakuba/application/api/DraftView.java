package jp.yakuba.application.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A draft: its procedures, its pages with each fact once, what was typed, what is still to be mended, and how long it is kept. */
public record DraftView(
        UUID id,
        long version,
        List<ProcedureView> procedures,
        List<FormPage> pages,
        Map<String, String> answers,
        List<FieldProblem> problems,
        List<AttachmentView> attachments,
        Instant savedAt,
        Instant keptUntil,
        boolean submitted,
        AnswerTo answerTo) {

    /**
     * What the office asked for.
     *
     * @param state {@code OPEN}, {@code LAPSED} (the period has run out, an answer is still taken) or {@code OVER}
     */
    public record AnswerTo(UUID applicationId, String receiptNumber, String words, LocalDate until, String state) {}
}
