package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.MatterView;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.share.api.SharedProcedureDesk;
import jp.yakuba.web.shell.Faults;

/** Behind {@code office/procedure-new.xhtml}: an author begins a procedure that the catalogue does not know yet. */
@Named
@ViewScoped
public class NewProcedurePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ProcedureDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private Faults faults;

    @Inject
    private SharedProcedureDesk shared;

    private EditedProcedure edited;
    private String taken;

    /** Called when the page is asked for, which opens to authors alone: nobody else could keep what is typed. */
    public void open() {
        edited = new EditedProcedure(taken == null ? desk.blank() : shared.draft(taken));
    }

    /** Begins the procedure, or tells what is wrong where it is wrong; its form is written next. */
    public String begin() {
        var facts = edited.facts();
        var wrong = desk.inspectNew(facts);
        wrong.forEach(fault -> faults.add(ProcedureEditorPage.control(fault), fault.words()));
        if (!wrong.isEmpty()) {
            return null;
        }
        desk.begin(facts);
        return "/office/form.xhtml?faces-redirect=true&procedure=" + facts.code();
    }

    public EditedProcedure getEdited() {
        return edited;
    }

    /** Code of what was taken over from another office and fills the page; null for a blank one. */
    public String getTaken() {
        return taken;
    }

    public void setTaken(String taken) {
        this.taken = taken;
    }

    /** Kinds of procedure. */
    public ProcedureKind[] getKinds() {
        return ProcedureKind.values();
    }

    /** Rules about visits. */
    public VisitRule[] getVisits() {
        return VisitRule.values();
    }

    /** Matters of the delegation table, by which it is known who decides. */
    public List<MatterView> getMatters() {
        return organization.listMatters(clock.today());
    }
}
