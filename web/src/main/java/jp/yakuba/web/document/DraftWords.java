package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.document.api.DraftDifference;
import jp.yakuba.document.api.DraftDifference.Kind;
import jp.yakuba.document.api.DraftDifference.Part;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.OfficeViewState;
import jp.yakuba.web.shell.Paths;

/** Words of the drafting desk: the sign of a state, where a cause is looked at, differences without the long same. */
@Named
@RequestScoped
public class DraftWords {
    private static final int SHOWN = 120;

    @Inject
    private DraftingDesk desk;

    /** The sign that goes with a state. */
    public String code(DraftState state) {
        return switch (state) {
            case DRAFTING -> "you";
            case PROPOSED -> "wait";
            case DECIDED -> "done";
            case REJECTED, ABANDONED -> "stop";
        };
    }

    /** Where a cause is looked at. */
    public String href(DraftSheet.Origin origin) {
        return switch (origin.kind()) {
            case "RECORD" -> "/office/record?id=" + origin.targetId();
            case "APPLICATION" -> "/office/application?id=" + origin.targetId();
            default -> "/office/draft?id=" + origin.targetId();
        };
    }

    /** The name of a file as part of an address. */
    public String encoded(DraftSheet.File file) {
        return Paths.encode(file.name());
    }

    /** True if Office files can be shown as PDF here. */
    public boolean isConverted() {
        return desk.officeView() == OfficeViewState.ON;
    }

    /** The words of a field; of a long passage that stays only its two ends. */
    public List<Part> parts(DraftDifference.Field field) {
        return field.parts().stream().map(part -> part.kind() == Kind.SAME ? new Part(Kind.SAME, ends(part.words())) : part).toList();
    }

    private static String ends(String words) {
        int length = words.codePointCount(0, words.length());
        return length <= 2 * SHOWN ? words : words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "\n…\n"
                + words.substring(words.offsetByCodePoints(0, length - SHOWN));
    }
}
