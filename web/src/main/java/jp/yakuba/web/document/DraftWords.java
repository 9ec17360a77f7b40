package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.yakuba.document.api.DraftDifference;
import jp.yakuba.document.api.DraftDifference.Kind;
import jp.yakuba.document.api.DraftDifference.Part;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.OfficeViewState;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.MatterView;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.Ui;

/** Words of the drafting desk: the sign of a state, where a cause is looked at, differences without the long same. */
@Named
@RequestScoped
public class DraftWords {
    private static final int SHOWN = 120;

    private static final Set<String> TEXTS = Set.of("title", "ask", "text", "files");

    @Inject
    private DraftingDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

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

    /** Name of a matter; its code if the delegation table of today has it no longer. */
    public String matter(String code) {
        return organization.listMatters(clock.today()).stream()
                .filter(one -> one.code().equals(code)).map(MatterView::name).findFirst().orElse(code);
    }

    /** True if Office files can be shown as PDF here. */
    public boolean isConverted() {
        return desk.officeView() == OfficeViewState.ON;
    }

    /** How a field is called. */
    public String label(DraftDifference.Field field) {
        return messages.get(field.name().equals("title") ? "document.csv.title" : "document.draft." + field.name());
    }

    /** The words of a field; of a long passage that stays only its two ends. */
    public List<Part> parts(DraftDifference.Field field) {
        if (!TEXTS.contains(field.name())) {
            return field.parts().stream().map(part -> new Part(part.kind(), fact(field.name(), part.words()))).toList();
        }
        return field.parts().stream().map(part -> part.kind() == Kind.SAME ? new Part(Kind.SAME, ends(part.words())) : part).toList();
    }

    private String fact(String name, String code) {
        return switch (name) {
            case "matter" -> matter(code);
            case "amount" -> ui.money(Long.parseLong(code));
            case "retention", "disclosure" -> messages.get("document." + name + "." + code);
            case "dispatch", "seal" -> messages.get("document.draft." + name + "." + code);
            case "closedUntil" -> new EraDate(LocalDate.parse(code)).toString();
            default -> code;
        };
    }

    private static String ends(String words) {
        int length = words.codePointCount(0, words.length());
        return length <= 2 * SHOWN ? words : words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "\n…\n"
                + words.substring(words.offsetByCodePoints(0, length - SHOWN));
    }
}
