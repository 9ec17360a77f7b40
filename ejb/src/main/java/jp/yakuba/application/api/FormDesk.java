package jp.yakuba.application.api;

import jakarta.ejb.Local;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The form office: definitions as data, their versions, and everything that is made from them. */
@Local
public interface FormDesk {
    /** The published form of a procedure. */
    FormDefinition published(String procedure);

    /** A given version. */
    FormDefinition version(String procedure, int version);

    /** Versions of a procedure, newest first. */
    List<FormVersionLine> listVersions(String procedure);

    /** Edition that stands for a working copy which nobody has begun yet. */
    long NOT_BEGUN = -1;

    /**
     * Keeps a working copy for the next version from a file; refused with every fault it has, one per line.
     *
     * @param seen edition of the working copy that the author saw, or {@link #NOT_BEGUN}; another author's is not overwritten
     */
    int keepWorkingCopy(String procedure, String json, long seen);

    /** Keeps a working copy for the next version, in the same manner. */
    int keep(FormDefinition form, long seen);

    /** Everything that is wrong with a form or missing before it can be published, each at its place. */
    List<FormFault> inspect(FormDefinition form);

    /** Tries answers on a version without keeping anything. */
    List<FieldProblem> tryOut(String procedure, int version, Map<String, String> answers);

    /** Publishes the working copy; running applications keep their version. */
    void publish(String procedure, int version);

    /** The definition as a file. */
    String export(String procedure, int version);

    /** JSON Schema (draft 2020-12) of the answers. */
    String jsonSchema(String procedure, int version);

    /** Writes the empty form for printing. */
    void writeBlankPdf(String procedure, String language, OutputStream out);

    /** Asks the given pages of forms together: each fact once, conditions applied to the answers. */
    List<FormPage> pages(List<String> procedures, Map<String, String> answers);

    /** The pages of one version, working copy included, as a preview for its authors. */
    List<FormPage> preview(String procedure, int version, Map<String, String> answers);

    /** Writes the empty form of a given version, working copy included. */
    void writePreviewPdf(String procedure, int version, String language, OutputStream out);

    /** Takes the published version out of use; the procedure then has no form until the next is published. */
    void retire(String procedure, int version);

    /** Throws the working copy away. */
    void discardWorkingCopy(String procedure, int version);
}
