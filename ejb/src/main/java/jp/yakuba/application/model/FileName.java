package jp.yakuba.application.model;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.kernel.RuleViolation;

/** Names files that leave for a clerk's desk by what they belong to, never by a person or by what their sender called them. */
public final class FileName {
    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

    private FileName() {}

    /** The name of one of the files; of the filled form if {@code id} is null. */
    public static String of(String procedure, String receiptNumber, List<AttachmentView> files, UUID id) {
        var stem = procedure + "_" + receiptNumber;
        if (id == null) {
            return stem + ".pdf";
        }
        var file = files.stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new RuleViolation(NO_SUCH_APPLICATION));
        var ofQuestion = files.stream().filter(one -> one.path().equals(file.path())).map(AttachmentView::id).toList();
        return stem + "_" + file.path().replaceAll("[^A-Za-z0-9.-]", "") + "_" + (ofQuestion.indexOf(id) + 1) + ending(file.name());
    }

    private static String ending(String name) {
        var ending = ENDING.matcher(name);
        return ending.find() ? "." + ending.group(1).toLowerCase(java.util.Locale.ROOT) : "";
    }
}
