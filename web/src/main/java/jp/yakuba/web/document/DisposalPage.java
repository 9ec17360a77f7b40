package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.ArchiveChoice;
import jp.yakuba.document.api.ArchiveDesk;
import jp.yakuba.document.api.DisposalDesk;
import jp.yakuba.document.api.DisposalItemState;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.DisposalVerdict;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/disposal.xhtml}: one list of disposal, and the deeds of whoever has the step. */
@Named
@RequestScoped
public class DisposalPage {
    @Inject
    private DisposalDesk desk;

    @Inject
    private ArchiveDesk archive;

    @Inject
    private DisposalForm form;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private UUID id;
    private DisposalSheet sheet;

    /** Reads the address and follows the button that was pressed. */
    public void open() throws IOException {
        id = Pages.id(form.given("id"));
        sheet = desk.get(id);
        if (Pages.isPost(request)) {
            try {
                follow();
            } catch (RuleViolation refusal) {
                sheet = desk.get(id);
                faults.add(refusal.problem() == DocumentProblem.UNDECIDED ? firstUndecided() : null, messages.explain(refusal));
            }
        }
    }

    private void follow() throws IOException {
        if (form.pressed("y_keep") || form.pressed("y_pass")) {
            if (!keep()) {
                return;
            }
            if (form.pressed("y_pass")) {
                desk.pass(id, desk.get(id).version());
            }
        } else if (form.pressed("y_confirm")) {
            desk.pass(id, form.version());
        } else if (form.pressed("y_back")) {
            if (form.needs("backReason")) {
                return;
            }
            desk.giveBack(id, form.version(), form.given("backReason"));
        } else if (form.pressed("y_received")) {
            var field = "receipt" + Pages.id(form.given("y_received"));
            if (form.needs(field, "document.archive.receipt.missing")) {
                return;
            }
            archive.received(id, Pages.id(form.given("y_received")), form.given(field));
        } else if (form.pressed("y_off")) {
            if (form.needs("offReason")) {
                return;
            }
            callOff(form.given("dossier"));
        }
        Pages.goTo("/office/disposal?id=" + id);
    }

    private String firstUndecided() {
        return open(sheet).stream().filter(item -> item.verdict() == null).findFirst().map(item -> "verdict" + item.dossierId()).orElse(null);
    }

    private boolean keep() {
        if (sheet.line().state() == DisposalState.APPRAISING) {
            var choices = form.choices(open(sheet));
            if (faults.getCount() == 0 && !choices.isEmpty()) {
                desk.choose(id, form.version(), choices);
            }
        } else {
            var verdicts = form.verdicts(open(sheet));
            if (faults.getCount() == 0 && !verdicts.isEmpty()) {
                desk.judge(id, form.version(), verdicts);
            }
        }
        return faults.getCount() == 0;
    }

    private void callOff(String dossier) {
        if (dossier.isEmpty()) {
            desk.callOff(id, form.version(), form.given("offReason"));
        } else {
            desk.callOff(id, form.version(), Pages.id(dossier), form.given("offReason"));
        }
    }

    private static List<DisposalSheet.Item> open(DisposalSheet sheet) {
        return sheet.items().stream().filter(item -> item.state() == DisposalItemState.OPEN).toList();
    }

    public DisposalSheet getSheet() {
        return sheet;
    }

    /** Files that have not come to their end. */
    public List<DisposalSheet.Item> getOpen() {
        return open(sheet);
    }

    /** How many files will be destroyed. */
    public long getToDestroy() {
        return open(sheet).stream().filter(item -> !item.stays() && item.verdict() != DisposalVerdict.EXTEND).count();
    }

    /** True if the reader judges files now. */
    public boolean isJudging() {
        return sheet.rights().act() && (is(DisposalState.CHECKING) || is(DisposalState.REVIEWING));
    }

    /** True if the reader chooses for the archive now. */
    public boolean isChoosing() {
        return sheet.rights().act() && is(DisposalState.APPRAISING);
    }

    /** True if the reader is the second person and has not come to the last page yet. */
    public boolean isConfirming() {
        return sheet.rights().act() && is(DisposalState.CONFIRMING);
    }

    /** True on the page on which the end is confirmed. */
    public boolean isLastPage() {
        return isConfirming() && "on".equals(form.given("confirm"));
    }

    private boolean is(DisposalState state) {
        return sheet.line().state() == state;
    }

    /** Files that the reader hands over to the archive now. */
    public List<DisposalSheet.Item> getToHandOver() {
        return sheet.rights().archive() ? open(sheet).stream().filter(DisposalSheet.Item::stays).toList() : List.of();
    }

    /** True if the reader may give the list back. */
    public boolean isBack() {
        return sheet.rights().act() && !is(DisposalState.CHECKING);
    }

    /** What happened, latest first. */
    public List<RecordEventLine> getHistory() {
        var steps = new ArrayList<>(sheet.history());
        java.util.Collections.reverse(steps);
        return steps;
    }

    public DisposalVerdict[] getVerdicts() {
        return DisposalVerdict.values();
    }

    public ArchiveChoice[] getChoices() {
        return ArchiveChoice.values();
    }

    /** The steps in their order, until the list is confirmed. */
    public List<DisposalState> getSteps() {
        return List.of(DisposalState.CHECKING, DisposalState.REVIEWING, DisposalState.APPRAISING, DisposalState.CONFIRMING);
    }

    /** Who has passed the step on; null if nobody has. */
    public DisposalSheet.Hand handOf(DisposalState step) {
        return sheet.hands().stream().filter(hand -> hand.step() == step).findFirst().orElse(null);
    }
}
