package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The drafting desk (起案): drafts are begun, written by several in versions, handed to their route, and become records when decided. */
@Local
public interface DraftingDesk {
    /** Largest file that a draft takes: a plan or a survey may go to another office as it is. */
    long LARGEST_FILE_BYTES = 1536L * 1024 * 1024;

    /** Templates to begin with. */
    List<DraftTemplateLine> listTemplates();

    /** Begins a draft; the same form again gives the same draft. */
    UUID begin(@Valid BeginDraft command);

    /** Keeps a file for a draft that is being written; it stays until attached or put away. */
    StagedUpload stage(InputStream content, String name);

    /** The actor's files that wait, in the order handed in. */
    List<StagedUpload.File> listStaged(List<UUID> ids);

    /** Puts a waiting file away. */
    void discard(UUID stagedId);

    /** Writes the next version; with nothing changed there is none. */
    void write(@Valid WriteDraft command);

    /** Writes the next version as answer to an objection on the route; everybody who agreed is asked again. */
    void answer(@Valid WriteDraft command, String words);

    /** Words as the office would keep them, for a form that comes back to its writer. */
    DraftText cleaned(String title, String ask, String text, boolean rich);

    /** Lets somebody write with them. */
    void invite(UUID draftId, long version, String staffNumber);

    /** Hands it to its route. */
    UUID propose(@Valid ProposeDraft command);

    /** Gives up a draft that is on no route. */
    void abandon(UUID draftId, long version, String reason);

    /** Drafts the actor may read, latest first. */
    Page<DraftLine> list(DraftFilter filter, PageRequest page);

    /** One draft; refused with {@code DOC-050} if there is none that the actor may read. */
    DraftSheet get(UUID draftId);

    /** How two of its versions differ, word by word. */
    DraftDifference compare(UUID draftId, int from, int to);

    /** Writes the draft sheet as PDF. */
    void print(UUID draftId, OutputStream out);

    /** Opens an attachment of the latest version. */
    InputStream open(UUID draftId, int position);

    /** Writes an attached Office file as PDF, where the converter is installed. */
    void view(UUID draftId, int position, OutputStream out);

    /** Whether Office files can be shown as PDF; for the health page. */
    OfficeViewState officeView();
}
