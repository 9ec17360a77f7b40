package jp.yakuba.web.approval;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.HistoryCheck;
import jp.yakuba.approval.api.ProposalEventLine;
import jp.yakuba.approval.api.ProposalHistoryDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Ui;

/** What the page of a proposal shows beside it: the route as stages, the history, earlier texts, and whom one may choose. */
@Named
@RequestScoped
public class ProposalSheet {
    /** Where the page of a subject is; a kind that is not here has none. */
    private static final Map<String, String> PAGES = Map.of("application", "/office/application?id=", "draft", "/office/draft?id=");

    @Inject
    private ProposalPage page;

    @Inject
    private ApprovalDesk desk;

    @Inject
    private ProposalHistoryDesk history;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    private ProposalView proposal;
    private List<ProposalEventLine> events;
    private HistoryCheck check;

    /** An earlier text with its number. */
    public record EarlierText(int number, String text) {}

    /** The proposal; by asking for it the actor has opened it. */
    public ProposalView getProposal() {
        if (proposal == null) {
            proposal = desk.get(Pages.named(page.getId()));
        }
        return proposal;
    }

    /** Why the actor may stand in, in a sentence; null if not. */
    public String getProxyGround() {
        var ground = getProposal().proxy();
        if (ground == null) {
            return null;
        }
        var words = ground.holder() == null
                ? messages.of("approval.proxy.vacant", ground.postName(), ground.order())
                : messages.of("approval.proxy.away", ground.postName(), ground.holder(), day(ground.returnsOn()), ground.order());
        return ground.order() == 1 ? words : words + messages.get("approval.proxy.before");
    }

    private String day(LocalDate day) {
        return day == null ? "" : ui.day(day);
    }

    /** Where the subject is looked at; null if it has no page. */
    public String getSubjectHref() {
        var proposal = getProposal();
        var start = PAGES.get(proposal.subjectType());
        return start == null ? null : start + proposal.subjectId();
    }

    /** The history, first line first. */
    public List<ProposalEventLine> getEvents() {
        if (events == null) {
            events = history.list(page.getId());
        }
        return events;
    }

    /** Post and name of whoever did what a line tells. */
    public String doerOf(ProposalEventLine line) {
        return line.postName() == null ? actorOf(line) : line.postName() + " " + actorOf(line);
    }

    private String actorOf(ProposalEventLine line) {
        return "approval due".equals(line.actor()) ? messages.get("approval.office") : line.actor();
    }

    /** Walks over the history. */
    public void verify() {
        check = history.verify(page.getId());
    }

    /** What the walk found; null before one was asked for. */
    public HistoryCheck getCheck() {
        return check;
    }

    /** Texts before the present one, latest first. */
    public List<EarlierText> getEarlier() {
        int present = getProposal().textVersion();
        return IntStream.range(1, present).map(number -> present - number)
                .mapToObj(number -> new EarlierText(number, history.getText(page.getId(), number)))
                .toList();
    }

    /** Earlier stops to which it may be sent back. */
    public List<ProposalView.Step> getBackTo() {
        var mine = getProposal().route().stream()
                .filter(step -> step.state().equals("WAITING") && step.kind().isHolding())
                .mapToInt(ProposalView.Step::stage).min().orElse(0);
        return getProposal().route().stream()
                .filter(step -> step.stage() < mine && (step.state().equals("DONE") || step.state().equals("PASSED_OVER")))
                .toList();
    }

    /** Other holders of the posts that wait. */
    public List<StaffView> getColleagues() {
        var mine = organization.withAncestorPosts(
                organization.listPostsOf(actor.get().id(), clock.today()).stream().map(PostView::code).toList(), clock.today());
        return getProposal().route().stream()
                .filter(step -> step.state().equals("WAITING") && mine.contains(step.post()))
                .flatMap(step -> organization.listHoldersOf(step.post(), clock.today()).stream())
                .distinct()
                .toList();
    }

    /** Posts that may still be consulted: heads of sections that are not on the route. */
    public List<PostView> getConsultable() {
        var asked = getProposal().route().stream().map(ProposalView.Step::post).toList();
        var posts = new ArrayList<PostView>();
        for (var section : organization.listSections(clock.today())) {
            organization.listStaffOf(section.code(), clock.today()).stream().findFirst()
                    .flatMap(head -> organization.findPost(head.post(), clock.today()))
                    .filter(post -> !asked.contains(post.code()))
                    .ifPresent(posts::add);
        }
        return posts;
    }

    /** Section and title of a post. */
    public String titleOf(PostView post) {
        return post.sectionName() + " " + post.title();
    }

    /** The proposal that is meant by an id, for a link; null if there is none. */
    public String hrefOf(UUID proposal) {
        return proposal == null ? null : "/office/proposal?id=" + proposal;
    }
}
