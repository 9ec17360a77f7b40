package jp.yakuba.web.approval;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private List<List<ProposalView.Step>> stages;
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

    /** The stops, those of one stage together, from left to right. */
    public List<List<ProposalView.Step>> getStages() {
        if (stages == null) {
            stages = List.copyOf(getProposal().route().stream()
                    .collect(Collectors.groupingBy(ProposalView.Step::stage, TreeMap::new, Collectors.toList()))
                    .values());
        }
        return stages;
    }

    /** The sign of a stage or a stop: done, the turn, an objection, or neither. */
    public String sign(List<ProposalView.Step> stage) {
        var signs = stage.stream().map(this::signOf).distinct().toList();
        return Stream.of("you", "now", "stop").filter(signs::contains).findFirst()
                .orElse(signs.contains("") ? "" : "done");
    }

    /** The sign of a stop. */
    public String signOf(ProposalView.Step step) {
        return switch (step.state()) {
            case "DONE" -> "done";
            case "WAITING" -> "now";
            case "OBJECTED" -> "you";
            case "RETURNED", "REJECTED", "PASSED_OVER" -> "stop";
            default -> "";
        };
    }

    /** What a stop has done, in words: done means something else for each kind. */
    public String wordOf(ProposalView.Step step) {
        var kind = step.byProxy() ? "PROXY" : step.kind().name();
        return messages.get("approval.stop." + (step.state().equals("DONE") ? "DONE." + kind : step.state()));
    }

    /** Who acted, or who is expected to. */
    public String personOf(ProposalView.Step step) {
        var expected = step.assignee() == null ? step.holder() : step.assignee();
        boolean open = step.state().equals("WAITING") || step.state().equals("AHEAD");
        if (step.person() != null || !open) {
            return step.person() == null ? "" : step.person();
        }
        return expected == null ? messages.get("approval.vacant") : expected;
    }

    /** True if the day for the stop has passed. */
    public boolean isLate(ProposalView.Step step) {
        return step.state().equals("WAITING") && step.dueOn() != null && step.dueOn().isBefore(clock.today());
    }

    /** Why the actor may stand in, in a sentence; null if not. */
    public String getProxyGround() {
        var ground = getProposal().proxy();
        if (ground == null) {
            return null;
        }
        return ground.holder() == null
                ? messages.of("approval.proxy.vacant", ground.postName(), ground.order())
                : messages.of("approval.proxy.away", ground.postName(), ground.holder(), day(ground.returnsOn()), ground.order());
    }

    private String day(LocalDate day) {
        return day == null ? "" : ui.day(day);
    }

    /** The amount in yen, in groups of three digits. */
    public String getAmount() {
        return messages.of("approval.yen", String.format("%,d", getProposal().amount()));
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
        var mine = organization.listPostsOf(actor.get().id(), clock.today()).stream().map(PostView::code).toList();
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
