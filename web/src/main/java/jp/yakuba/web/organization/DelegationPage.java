package jp.yakuba.web.organization;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.DecisionClass;
import jp.yakuba.organization.api.DelegationDesk;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/** Behind {@code office/delegation.xhtml}: one line of the delegation table, changed or ended from a day on, or a new one. */
@Named
@ViewScoped
public class DelegationPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private DelegationDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    private UUID id;
    private DelegationDraft draft = new DelegationDraft();
    private LocalDate from;

    /** Called once the address is known. */
    public void open() {
        from = clock.today().plusDays(1);
        if (id != null) {
            draft = DelegationDraft.of(desk.get(id).terms());
        }
    }

    public DelegationDraft getDraft() {
        return draft;
    }

    /** Puts it in force from the day on. */
    public String change() {
        desk.change(draft.terms(sections().stream().map(SectionView::code).toList()), from);
        return back();
    }

    /** Ends the line on the day. */
    public String end() {
        desk.end(id, from);
        return back();
    }

    private String back() {
        return "/office/delegations.xhtml?faces-redirect=true&on=" + from;
    }

    private List<SectionView> sections() {
        return organization.listSections(clock.today());
    }

    public DecisionClass[] getClasses() {
        return DecisionClass.values();
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }
}
