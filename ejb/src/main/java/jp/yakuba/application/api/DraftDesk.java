package jp.yakuba.application.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The desk for drafts (下書き): one draft holds a bundle of procedures, in which each fact is asked once. */
@Local
public interface DraftDesk {
    /** Opens a draft for procedures; facts already known from the guide or the account are filled in. */
    UUID open(@Valid OpenDraft command);

    /** The draft with its pages, as the actor's own; refused with {@code APL-001} if it is another's. */
    DraftView get(UUID draftId);

    /** The actor's drafts, last touched first. */
    List<DraftLine> listMine();

    /** Keeps what was typed, path by path, and returns the draft's new version; other paths stay. */
    long save(UUID draftId, Map<String, String> answers);

    /** What is wrong on one page of the draft, or on all with a null section. */
    List<FieldProblem> check(UUID draftId, String section);

    /** Adds an entry to a repeated group and returns its index. */
    int addEntry(UUID draftId, String groupPath);

    /** Takes an entry out of a repeated group; later ones move up. */
    void removeEntry(UUID draftId, String groupPath, int index);

    /** Attaches a file to a question. */
    AttachmentView attach(UUID draftId, String path, String name, InputStream content);

    /** Takes an attached file off. */
    void detach(UUID draftId, UUID attachmentId);

    /** Writes out an attached file of the draft. */
    void writeAttachment(UUID draftId, UUID attachmentId, OutputStream out);

    /** Throws the draft away. */
    void discard(UUID draftId);

    /** What is to be signed for the procedures that need a signature: SHA-256 of the draft as it stands, in Base64. */
    String digest(UUID draftId);

    /** Submits: one transaction gives every procedure its number (到達); the same {@code onceKey} gives the same answer. */
    SubmissionView submit(UUID draftId, String onceKey, Signature signature);

    /** Opens a new draft from the answers of an earlier application. */
    UUID reuse(UUID applicationId);
}
