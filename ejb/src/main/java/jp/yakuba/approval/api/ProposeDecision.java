package jp.yakuba.approval.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Propose a decision. The short form is enough for most; the words that follow it add the rest.
 *
 * @param matter code of the matter in the delegation table (専決事項)
 * @param amount amount in yen the matter turns on, 0 if none
 * @param subjectType kind of the subject, such as {@code application}
 * @param subjectId its id
 * @param title what is asked (件名)
 * @param text the proposal's text (伺い文)
 * @param section code of the section that proposes; null for the section of the drafter's post
 * @param urgent true for 急施
 * @param wantedBy day by which a decision is wanted; null if none
 * @param contentHash SHA-256 of what the subject says, in small hexadecimal digits; null if the text is all
 * @param files files that are decided on
 * @param added stops added to the route
 * @param amends the decided proposal that this one changes (変更起案); null if none
 */
public record ProposeDecision(
        @NotBlank String matter,
        @Min(0) long amount,
        @NotBlank String subjectType,
        @NotNull UUID subjectId,
        @NotBlank String title,
        @NotBlank String text,
        String section,
        boolean urgent,
        LocalDate wantedBy,
        @Pattern(regexp = "[0-9a-f]{64}") String contentHash,
        @NotNull List<@Valid ProposalFile> files,
        @NotNull List<@Valid AddedStop> added,
        UUID amends) {

    public ProposeDecision {
        files = List.copyOf(files);
        added = List.copyOf(added);
    }

    /** The short form: the drafter's own section, the table's route, no hurry. */
    public ProposeDecision(String matter, long amount, String subjectType, UUID subjectId, String title, String text) {
        this(matter, amount, subjectType, subjectId, title, text, null, false, null, null, List.of(), List.of(), null);
    }

    /** For a section that is not the one of the drafter's main post (兼務). */
    public ProposeDecision inSection(String code) {
        return new ProposeDecision(matter, amount, subjectType, subjectId, title, text, code, urgent, wantedBy, contentHash,
                files, added, amends);
    }

    /** 急施: with shorter times, above the others in every list. */
    public ProposeDecision urgently() {
        return new ProposeDecision(matter, amount, subjectType, subjectId, title, text, section, true, wantedBy, contentHash,
                files, added, amends);
    }

    /** Wanted by the day. */
    public ProposeDecision by(LocalDate day) {
        return new ProposeDecision(matter, amount, subjectType, subjectId, title, text, section, urgent, day, contentHash,
                files, added, amends);
    }

    /** What the subject says, by its hash, and the files that are decided on. */
    public ProposeDecision about(String sha256, List<ProposalFile> attached) {
        return new ProposeDecision(matter, amount, subjectType, subjectId, title, text, section, urgent, wantedBy, sha256,
                attached, added, amends);
    }

    /** With stops beside those of the table. */
    public ProposeDecision withStops(List<AddedStop> stops) {
        return new ProposeDecision(matter, amount, subjectType, subjectId, title, text, section, urgent, wantedBy,
                contentHash, files, stops, amends);
    }

    /** 変更起案: changes what was decided. */
    public ProposeDecision amending(UUID decided) {
        return new ProposeDecision(matter, amount, subjectType, subjectId, title, text, section, urgent, wantedBy,
                contentHash, files, added, decided);
    }
}
