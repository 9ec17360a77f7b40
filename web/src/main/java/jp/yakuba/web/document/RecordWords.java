package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.document.api.SignatureStage;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.Preferences;
import jp.yakuba.web.shell.Town;
import jp.yakuba.web.shell.Ui;

/** Words of the records desk: fiscal years, retention, steps of a history, the sign of a state. */
@Named
@RequestScoped
public class RecordWords {
    /** The first year that an era names; whoever writes an older one into an address is not told a wrong name. */
    private static final int FIRST_NAMED = 1868;

    private static final Pattern OFFICE = Pattern.compile("\\d{6}");
    private static final Pattern MACHINE = Pattern.compile("[a-z]+(?:[.-][a-z]+)*");

    @Inject
    private RecordDesk desk;

    @Inject
    private Messages messages;

    @Inject
    private Preferences preferences;

    @Inject
    private Town town;

    @Inject
    private Ui ui;

    private Long unread;

    /** A fiscal year: 令和8年度, FY2026. */
    public String year(Integer year) {
        if (year == null) {
            return "";
        }
        return switch (preferences.language()) {
            case ENGLISH -> "FY" + year;
            case EASY -> year + "年度";
            default -> year < FIRST_NAMED ? year + "年度" : new FiscalYear(year).toString();
        };
    }

    /** The sign that goes with a state. */
    public String code(RecordState state) {
        return switch (state) {
            case REGISTERED -> "you";
            case DISTRIBUTED -> "wait";
            case COMPLETED -> "done";
            case REFUSED, FORWARDED -> "stop";
        };
    }

    /** How long a file is kept; for one in regular use also what follows. */
    public String retention(DossierFacts facts) {
        var kept = messages.get("document.retention." + facts.retention());
        return facts.retention() == RetentionClass.STANDING
                ? messages.of("document.retention.then", kept, messages.get("document.retention." + facts.afterUse()))
                : kept;
    }

    /** Whether a file could be disclosed, with the clause. */
    public String disclosure(DossierFacts facts) {
        var mark = messages.get("document.disclosure." + facts.disclosure());
        return facts.clause() == null ? mark : mark + "：" + facts.clause();
    }

    /** Code and name of a file. */
    public String dossier(DossierView dossier) {
        return dossier.code() + " " + dossier.title() + "（" + retention(dossier.facts()) + "）";
    }

    /** The sign of a signature: how far it is provable. */
    public String signature(SignatureLine line) {
        return line.problem() != null ? "you" : line.stage() == SignatureStage.SIGNED ? "wait" : "done";
    }

    /** A step of a history in words. */
    public String step(RecordEventLine step) {
        var facts = new FactWords(messages::get, town::sectionName, ui::day).of(step)
                .map(fact -> messages.of("document.fact." + fact.getKey(), fact.getValue()))
                .collect(Collectors.joining("　"));
        return messages.get("document.event." + step.kind()) + (facts.isEmpty() ? "" : "　" + facts);
    }

    /** Who took a step, with section. */
    public String who(RecordEventLine step) {
        if (step.section() == null) {
            return nameOf(step.actorName());
        }
        return town.sectionName(step.section()) + " " + step.actorName();
    }

    /** Clocks and other offices act too; their names are no words of people. */
    private String nameOf(String actor) {
        if (OFFICE.matcher(actor).matches()) {
            return messages.of("document.machine.office", actor);
        }
        return MACHINE.matcher(actor).matches() ? messages.get("document.machine") : actor;
    }

    /** The name a file came with; a number where only the domain of its cause knows it. */
    public String nameOf(RecordSheet.File file) {
        return file.name() == null ? messages.of("document.files.unnamed", file.position() + 1) : file.name();
    }

    /** The same as part of an address. */
    public String encoded(RecordSheet.File file) {
        return Paths.encode(nameOf(file));
    }

    /** How many records the reader has still to read. */
    public long getUnread() {
        if (unread == null) {
            unread = desk.countUnread();
        }
        return unread;
    }

    /** True if the reader keeps the records of any section. */
    public boolean isKeeper() {
        return !desk.listSectionsKept().isEmpty();
    }
}
