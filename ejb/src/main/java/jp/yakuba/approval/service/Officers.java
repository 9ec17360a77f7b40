package jp.yakuba.approval.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.approval.api.ProxyGround;
import jp.yakuba.approval.model.Drafter;
import jp.yakuba.approval.model.DueDays;
import jp.yakuba.approval.model.Moment;
import jp.yakuba.approval.model.Officer;
import jp.yakuba.approval.model.Presence;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.ProposalStep;
import jp.yakuba.approval.model.ProxyOrder;
import jp.yakuba.approval.model.PullUpWindow;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.AbsenceDesk;
import jp.yakuba.organization.api.AwayView;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;

/** Who acts, who sits where, who is away and who stands in, as the organisation says at the moment. */
@ApplicationScoped
public class Officers {
    private static final String PULL_UP_DAYS = "approval.pull-up.open-days";

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AbsenceDesk absences;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** The actor with all posts of today. */
    public Officer actor() {
        return officer(actor.get().id(), actor.get().name());
    }

    /** A member of staff with all posts of today, and those whose duties they have taken over: what waits there waits here. */
    public Officer officer(UUID staff, String name) {
        var today = clock.today();
        var posts = organization.listPostsOf(staff, today).stream().map(PostView::code).toList();
        return new Officer(staff, name, organization.withAncestorPosts(posts, today));
    }

    /** Another member of staff with all posts of today. */
    Optional<Officer> find(UUID staff) {
        return organization.findStaff(staff, clock.today()).map(found -> officer(found.id(), found.name()));
    }

    /** The actor as the drafter of a proposal of the section: through the post held there, otherwise through the main post. */
    Drafter drafter(String section) {
        var me = actor.get();
        var posts = organization.listPostsOf(me.id(), clock.today());
        var post = posts.stream().filter(held -> held.section().equals(section)).findFirst()
                .or(() -> posts.stream().filter(held -> held.code().equals(me.post())).findFirst());
        return new Drafter(
                me.id(), me.name(), post.map(PostView::code).orElse(me.post()), post.map(Officers::titleOf).orElse(null));
    }

    /** Code of the section that has the affairs of the section today. */
    String present(String section) {
        return organization.successorsOf(section, clock.today()).stream().findFirst().map(SectionView::code).orElse(section);
    }

    /** Now, with the calendar and the days that stops have. */
    public Moment now() {
        var days = new DueDays(
                setting("approval.due.agree", 3), setting("approval.due.consult", 5), setting("approval.due.decide", 3),
                setting("approval.due.review", 3), setting("approval.due.inform", 5), setting("approval.due.urgent", 1));
        return new Moment(clock.now(), organization.calendar(), days);
    }

    /** A number of days of the office's rules, with what is usual where a town has not set it. */
    int setting(String key, int usual) {
        return organization.findSetting(key, clock.today()).map(Integer::parseInt).orElse(usual);
    }

    /** Everybody away now, with the day of return. */
    Map<UUID, LocalDate> away() {
        return absences.listAway(clock.now()).stream().collect(Collectors.toMap(AwayView::staffId, AwayView::returnsOn));
    }

    /** When a higher post may take over what waits there now. */
    PullUpWindow pullUpWindow(Proposal proposal, Map<UUID, LocalDate> away) {
        var unattended = new HashSet<String>();
        for (var step : proposal.waitingSteps()) {
            if (!isAttended(step.post(), away)) {
                unattended.add(step.post());
            }
        }
        return new PullUpWindow(setting(PULL_UP_DAYS, 1), unattended, now());
    }

    /** Who may decide for the post now. */
    ProxyOrder proxyOrder(ProposalStep step, Map<UUID, LocalDate> away) {
        return proxyOrder(step.post(), step.postName(), away);
    }

    private ProxyOrder proxyOrder(String post, String title, Map<UUID, LocalDate> away) {
        var today = clock.today();
        var holders = organization.listHoldersOf(post, today);
        var first = holders.stream().findFirst();
        var order = organization.standInsFor(post, today).stream()
                .map(one -> new ProxyOrder.StandIn(one.code(), titleOf(one), isAttended(one.code(), away)))
                .toList();
        return new ProxyOrder(
                post, title, first.map(StaffView::name).orElse(null),
                first.map(holder -> away.get(holder.id())).orElse(null),
                holders.stream().anyMatch(holder -> !away.containsKey(holder.id())), order);
    }

    /** The ground on which the officer may decide for somebody at one of the stops that wait. */
    Optional<ProxyGround> proxyGround(Proposal proposal, Officer officer, Map<UUID, LocalDate> away) {
        return proposal.waitingSteps().stream()
                .filter(step -> step.isHoldingNow() && !officer.posts().contains(step.post()))
                .flatMap(step -> proxyOrder(step, away).find(officer, proposal.isProxyExcluded(step.post())).stream())
                .findFirst();
    }

    /** Who sits where now. */
    Presence presence(Map<UUID, LocalDate> away) {
        return new Presence() {
            @Override
            public String holderOf(String post) {
                return first(post).map(StaffView::name).orElse(null);
            }

            @Override
            public LocalDate returnOf(String post) {
                return first(post).map(holder -> away.get(holder.id())).orElse(null);
            }

            private Optional<StaffView> first(String post) {
                return organization.listHoldersOf(post, clock.today()).stream().findFirst();
            }
        };
    }

    /** Posts of others for which the officer may decide now, if the matter admits it. */
    List<String> postsStoodInFor(Officer officer) {
        var away = away();
        var today = clock.today();
        return Stream.concat(
                        away.keySet().stream().flatMap(person -> organization.listPostsOf(person, today).stream()),
                        organization.listVacantPosts(today).stream())
                .filter(post -> !officer.posts().contains(post.code()))
                .filter(post -> proxyOrder(post.code(), post.title(), away).find(officer, false).isPresent())
                .map(PostView::code)
                .distinct()
                .flatMap(post -> organization.withAncestorPosts(List.of(post), today).stream())
                .toList();
    }

    static String titleOf(PostView post) {
        return post.sectionName() + " " + post.title();
    }

    private boolean isAttended(String post, Map<UUID, LocalDate> away) {
        return organization.listHoldersOf(post, clock.today()).stream().anyMatch(holder -> !away.containsKey(holder.id()));
    }
}
