package jp.yakuba.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalEventLine;
import jp.yakuba.approval.api.ProposalHistoryDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.document.api.DraftDifference;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/draft.xhtml}: one draft with its versions, how they differ, and the route it would take. */
@Named
@ViewScoped
public class DraftSheetPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Set<DraftState> ENDS_OF_A_ROUTE = Set.of(DraftState.DRAFTING, DraftState.REJECTED);
    private static final Set<String> SAID = Set.of("SENT_BACK", "REJECTED");

    @Inject
    private DraftingDesk desk;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private ProposalHistoryDesk proposals;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private Messages messages;

    private UUID id;
    private Integer from;
    private Integer to;
    private long version;
    private transient DraftSheet sheet;
    private transient DraftDifference difference;
    private transient List<ProposalView.Step> route;
    private transient String obstacle;
    private transient ProposalEventLine cameBack;

    /** Called once the address is known. */
    public void open() {
        version = getSheet().version();
    }

    public DraftSheet getSheet() {
        if (sheet == null) {
            sheet = desk.get(Pages.named(id));
        }
        return sheet;
    }

    /** Shows the draft as it is after a deed. */
    String again() {
        return "/office/draft.xhtml?faces-redirect=true&id=" + id;
    }

    /** How two versions differ; null unless two are asked for. */
    public DraftDifference getDifference() {
        if (difference == null && from != null && to != null) {
            difference = desk.compare(id, from, to);
        }
        return difference;
    }

    /** The earlier one to compare: the one asked for, else the one before the latest. */
    public int getEarlier() {
        return from == null ? getSheet().versions().size() - 1 : from;
    }

    /** The later one to compare. */
    public int getLater() {
        return to == null ? getSheet().versions().size() : to;
    }

    /** What happened, latest first. */
    public List<RecordEventLine> getHistory() {
        var steps = new ArrayList<>(getSheet().history());
        Collections.reverse(steps);
        return steps;
    }

    /** Who gave it back or refused it, and in which words; null if nobody did, or if it is on its route again. */
    public ProposalEventLine getCameBack() {
        var proposal = getSheet().proposalId();
        if (cameBack == null && proposal != null && ENDS_OF_A_ROUTE.contains(getSheet().state())) {
            var lines = proposals.list(proposal);
            cameBack = lines.get(lines.size() - 1);
        }
        return cameBack != null && SAID.contains(cameBack.kind()) ? cameBack : null;
    }

    /** The same in one line; empty if nobody did. */
    public String getCameBackFrom() {
        var line = getCameBack();
        return line == null ? "" : messages.of("document.draft.cameBack." + line.kind(), line.postName(), line.actor());
    }

    /** The route it would take now; empty while its matter is open, or if the table gives none. */
    public List<ProposalView.Step> getRoute() {
        if (route == null) {
            var facts = getSheet().facts();
            route = facts.matter() == null ? List.of() : preview(facts.matter(), facts.amount());
        }
        return route;
    }

    private List<ProposalView.Step> preview(String matter, long amount) {
        try {
            return approval.preview(new ProposeDecision(matter, amount, "draft", id, getSheet().text().title(), "-")
                    .inSection(getSheet().section()));
        } catch (RuleViolation none) {
            obstacle = messages.explain(none);
            return List.of();
        }
    }

    /** Why it cannot take its route; null if it can. */
    public String getObstacle() {
        getRoute();
        return obstacle;
    }

    /** True if the drafter may add to the route. */
    public boolean isEditable() {
        var facts = getSheet().facts();
        return facts.matter() != null && organization
                .decisionRule(facts.matter(), facts.amount(), getSheet().section(), clock.today()).editable();
    }

    /** Heads of other sections, who may be consulted besides. */
    public List<PostView> getConsultable() {
        var asked = getRoute().stream().map(ProposalView.Step::post).toList();
        var posts = new ArrayList<PostView>();
        for (var section : organization.listSections(clock.today())) {
            organization.listStaffOf(section.code(), clock.today()).stream().findFirst()
                    .flatMap(head -> organization.findPost(head.post(), clock.today()))
                    .filter(post -> !asked.contains(post.code()) && !post.section().equals(getSheet().section()))
                    .ifPresent(posts::add);
        }
        return posts;
    }

    /** Version of its row when the page was opened. */
    public long getVersion() {
        return version;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public Integer getFrom() {
        return from;
    }

    public void setFrom(Integer from) {
        this.from = from;
    }

    public Integer getTo() {
        return to;
    }

    public void setTo(Integer to) {
        this.to = to;
    }
}
