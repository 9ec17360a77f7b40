package jp.yakuba.application.api;

import jakarta.ejb.Local;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/** The applicant's desk: where each procedure stands, since when, and by when it will be done. */
@Local
public interface ApplicationDesk {
    /** The actor's bundles with the state of each procedure, newest first. */
    List<BundleView> listMine();

    /** What the actor sent under mandates that have ended: that, and when, and nothing more. */
    List<SubmissionView> listSentUnderEndedMandates();

    /** One bundle; refused with {@code APL-001} if it is another's, with {@code APL-011} to an agent whose mandate has ended. */
    BundleView getBundle(UUID bundleId);

    /**
     * One application with its history and what was sent; refused with {@code APL-001} if it is another's, and with
     * {@code APL-025} in a session that knows its owner less surely than the sender was known.
     */
    ApplicationView get(UUID applicationId);

    /** Withdraws before the decision (取下げ). */
    void withdraw(UUID applicationId, long version);

    /**
     * Opens the draft in which the open correction request is answered, or finds the one that was begun; {@link DraftDesk#submit}
     * sends it. Refused with {@code APL-028} if there is none to be answered any more.
     */
    UUID openCorrection(UUID applicationId);

    /** Writes the filled form as PDF. */
    void writePdf(UUID applicationId, OutputStream out);

    /** Writes the notice of the decision as PDF; refused if there is none yet. */
    void writeNoticePdf(UUID applicationId, OutputStream out);

    /** Writes out an attached file of an own application. */
    void writeAttachment(UUID applicationId, UUID attachmentId, OutputStream out);
}
