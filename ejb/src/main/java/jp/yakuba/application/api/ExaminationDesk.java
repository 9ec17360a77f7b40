package jp.yakuba.application.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The examiners' desk: the inbox of a section and every deed of an examination. Versions judge two clerks at once. */
@Local
public interface ExaminationDesk {
    /** Applications of the actor's sections that fit the filter, in its order. */
    Page<InboxLine> list(InboxFilter filter, PageRequest page);

    /** How much is open in the actor's sections. */
    InboxCounts counts();

    /** One application as the examiner sees it, beside the ledger's data of the same person. */
    ExaminationView get(UUID applicationId);

    /** Gives applications away; what somebody else gave away since it was seen stays as it is and is told. */
    AssignmentOutcome assign(@Valid AssignApplications command);

    /**
     * Asks that the protected address of the applicant be shown to the actor for a while; somebody else must grant it. For those
     * who may see nobody of the ledger but the person of an application before them.
     */
    void askRelease(UUID applicationId, @NotBlank String reason);

    /** Adds a note that only staff see; the same id again adds nothing. */
    void note(UUID applicationId, UUID noteId, String words);

    /** Orders a correction (補正) of the paths with a reason and a period. */
    void requestCorrection(@Valid RequestCorrection command);

    /** Accepts a notification as complete (届出の確認), or passes a checked application to the next step. */
    void accept(UUID applicationId, long version);

    /** Has read a notification that ended at its arrival (届出の確認): it leaves the inbox. */
    void acknowledge(UUID applicationId, long version);

    /** Sends what was decided, and a core system has refused, to it once more. */
    void sendAgain(UUID applicationId, long version);

    /** Drafts the grant and sends it along the route of the delegation table. */
    void proposeGrant(UUID applicationId, long version, String words);

    /** Drafts a refusal with its reasons (理由の提示) and sends it along the route. */
    void proposeRefusal(UUID applicationId, long version, String reasons);

    /**
     * Enters in the ledger for good what was prepared there: a move whose family stands at the counter, or a reported birth. Refused with {@code RES-004}
     * if the move is another than was seen, for an answer in it may have changed.
     *
     * @param moveVersion version of the move as it was seen; null of a birth
     */
    void makeFinal(UUID applicationId, long version, Long moveVersion);

    /** Ends what is done at the counter itself; what the ledger enters ends by {@link #makeFinal}. */
    void completeVisit(UUID applicationId, long version);

    /** Enters an application for somebody at the counter, from the same form; returns what arrived. */
    SubmissionView enterAtCounter(@Valid CounterEntry entry);

    /** Numbers by procedure of what arrived in the period; {@code section} is null for all of the actor's sections. */
    List<ProcedureStatistics> statistics(LocalDate from, LocalDate until, String section);

    /** Codes of the sections whose work the actor sees. */
    List<String> listMySections();

    /** Writes out an attached file; the look is written in the audit log. */
    void writeAttachment(UUID applicationId, UUID attachmentId, OutputStream out);

    /**
     * The name under which a file of the application, or its filled form ({@code attachmentId} null), is kept by a clerk: procedure,
     * receipt number, question and place among its files. What its sender called it may hold a name and is not in it.
     */
    String nameFile(UUID applicationId, UUID attachmentId);

    /** Writes the filled form as PDF for the counter; a protected address is left out unless it was released. */
    void writePdf(UUID applicationId, OutputStream out);

    /** Writes the notice of the decision as PDF, for whoever has no account and is given it on paper. */
    void writeNoticePdf(UUID applicationId, OutputStream out);
}
