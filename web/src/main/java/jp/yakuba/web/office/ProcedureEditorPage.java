package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.application.api.ProcedureVersion;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.share.api.SharedProcedureDesk;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Ui;

/** Behind {@code office/procedure.xhtml}: an author writes what the catalogue tells of a procedure from a day on. */
@Named
@ViewScoped
public class ProcedureEditorPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ProcedureDesk desk;

    @Inject
    private OfficeClock clock;

    @Inject
    private Faults faults;

    @Inject
    private Ui ui;

    @Inject
    private SharedProcedureDesk shared;

    private String code;
    private String from;
    private String taken;
    private List<ProcedureVersion> versions;
    private ProcedureVersion shown;
    private EditedProcedure edited;
    private LocalDate lastDay;
    private transient Part file;

    /** Called once the procedure is known: shows the version asked for, or the one in force. */
    public void open() {
        versions = desk.listVersions(code);
        shown = versions.stream().filter(one -> from == null ? one.begun() : one.facts().validFrom().toString().equals(from))
                .findFirst().or(() -> versions.stream().findFirst()).orElseThrow(NotFound::new);
        edited = new EditedProcedure(shown.facts());
        lastDay = shown.facts().validUntil();
        if (shown.begun()) {
            edited.setValidFrom(clock.today().plusDays(1));
            edited.setValidUntil(null);
        }
        if (taken != null) {
            edited = new EditedProcedure(shared.draft(code));
        }
    }

    /** Name of the procedure as it is shown. */
    public String getTitle() {
        return ui.text(shown.facts().name());
    }

    /** Versions, the one that begins last first. */
    public List<ProcedureVersion> getVersions() {
        return versions;
    }

    public ProcedureVersion getShown() {
        return shown;
    }

    public EditedProcedure getEdited() {
        return edited;
    }

    /** Keeps what was written as the version from its first day on, or tells what is wrong where it is wrong. */
    public String plan() {
        var facts = edited.facts();
        var wrong = desk.inspect(facts);
        wrong.forEach(this::tell);
        if (!wrong.isEmpty()) {
            return null;
        }
        var seen = versions.stream().filter(one -> one.facts().validFrom().equals(facts.validFrom()))
                .mapToLong(ProcedureVersion::edition).findFirst().orElse(0);
        desk.plan(facts, seen);
        return again(facts.validFrom());
    }

    private void tell(FormFault fault) {
        faults.add(control(fault), fault.words());
    }

    /** The control of the page at which the fault is told. */
    static String control(FormFault fault) {
        return fault.place().replaceAll("\\[\\d+\\].*", "").replace('.', '-');
    }

    public String end() {
        desk.end(code, shown.facts().validFrom(), lastDay, shown.edition());
        return again(shown.facts().validFrom());
    }

    public String takeBack() {
        desk.takeBack(code, shown.facts().validFrom(), shown.edition());
        return "/office/procedure.xhtml?faces-redirect=true&code=" + code;
    }

    /** Fills the page from a file; nothing is kept before its author says so. */
    public void read() throws IOException {
        edited = new EditedProcedure(desk.read(code, TextFile.read(file)));
    }

    private String again(LocalDate day) {
        return "/office/procedure.xhtml?faces-redirect=true&code=" + code + "&from=" + day;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    /** Not null if what was taken over from another office fills the page. */
    public String getTaken() {
        return taken;
    }

    public void setTaken(String taken) {
        this.taken = taken;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
