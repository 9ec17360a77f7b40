package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftText;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.MatterView;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/**
 * Behind {@code office/draft-edit.xhtml}: the next version of a draft is written. The sheet carries everything typed and the
 * files handed in, so that neither a fault nor a colleague who was faster loses anything.
 */
@Named
@RequestScoped
public class DraftEditPage {
    @Inject
    private DraftingDesk desk;

    @Inject
    private FilingDesk filing;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private HttpServletRequest request;

    @Inject
    private OfficeClock clock;

    @Inject
    private FileField handedIn;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private DraftSheet sheet;
    private DraftForm form;
    private DraftText words;
    private final List<UUID> staged = new ArrayList<>();
    private List<DraftSheet.File> kept;

    /** Reads what the sheet posts and follows the button that was pressed. */
    public void open() throws IOException, ServletException {
        sheet = desk.get(Pages.id(String.valueOf(request.getParameter("id"))));
        form = new DraftForm(request, sheet);
        words = form.text() == null ? sheet.text() : desk.cleaned(form.of("title"), form.of("ask"), form.text(), form.isRich());
        kept = sheet.files();
        if (!sheet.rights().write() && !sheet.rights().answer()) {
            Pages.goTo("/office/draft?id=" + sheet.id());
        } else if (Pages.isPost(request)) {
            take();
        }
    }

    private void take() throws IOException, ServletException {
        var dropped = request.getParameter("y_drop");
        kept = sheet.files().stream()
                .filter(file -> form.all("kept").contains(file.sha256()) && !file.sha256().equals(dropped)).toList();
        staged.addAll(form.ids("staged"));
        var removed = request.getParameter("y_remove");
        if (removed != null) {
            desk.discard(Pages.id(removed));
            staged.remove(Pages.id(removed));
        }
        boolean good = handedIn.keep(desk::stage, upload -> upload.files().forEach(file -> staged.add(file.id())));
        if (good && request.getParameter("y_send") != null) {
            send();
        }
    }

    private void send() throws IOException {
        form.faults(isAnswering()).forEach((id, key) -> faults.add(id, messages.get(key)));
        if (faults.getCount() > 0) {
            return;
        }
        try {
            var command = form.command(sheet.id(), Long.parseLong(form.of("version")), kept.stream().map(DraftSheet.File::sha256).toList(), staged);
            if (isAnswering()) {
                desk.answer(command, form.of("answer"));
            } else {
                desk.write(command);
            }
            Pages.goTo("/office/draft?id=" + sheet.id());
        } catch (NumberFormatException | RuleViolation refusal) {
            faults.add(null, refusal instanceof RuleViolation no ? messages.explain(no) : messages.get("problem.DOC-027"));
        }
    }

    public DraftSheet getSheet() {
        return sheet;
    }

    /** What is typed so far. */
    public DraftForm getForm() {
        return form;
    }

    /** The text as the office would keep it. */
    public DraftText getWords() {
        return words;
    }

    /** Version of the row that the writer saw. */
    public String getVersion() {
        return Pages.isPost(request) ? form.of("version") : String.valueOf(sheet.version());
    }

    /** True if an objection is answered with it. */
    public boolean isAnswering() {
        return sheet.rights().answer();
    }

    /** Attachments that stay. */
    public List<DraftSheet.File> getKept() {
        return kept;
    }

    /** Files handed in so far. */
    public List<StagedUpload.File> getFiles() {
        return desk.listStaged(staged);
    }

    public List<MatterView> getMatters() {
        return organization.listMatters(clock.today());
    }

    public List<DossierView> getDossiers() {
        return filing.listOpen(sheet.section());
    }

    public RetentionClass[] getRetentions() {
        return RetentionClass.values();
    }

    public Disclosure[] getDisclosures() {
        return Disclosure.values();
    }

    public DispatchIntent[] getDispatches() {
        return DispatchIntent.values();
    }

    public SealUse[] getSeals() {
        return SealUse.values();
    }
}
