package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Chosen;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;

/** The field {@code file} of a sheet: what is handed in is staged at once, and what is refused is told where it was chosen. */
@RequestScoped
public class FileField {
    private static final String NAME = "file";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    /** Stages every file handed in; false if one of them was refused. */
    boolean keep(BiFunction<InputStream, String, StagedUpload> desk, Consumer<StagedUpload> kept) throws IOException, ServletException {
        boolean good = true;
        for (var part : Chosen.filesOf(request, NAME)) {
            try (var content = part.getInputStream()) {
                kept.accept(desk.apply(content, part.getSubmittedFileName()));
            } catch (RuleViolation refusal) {
                faults.add(NAME, part.getSubmittedFileName() + "：" + messages.explain(refusal));
                good = false;
            }
        }
        return good;
    }
}
