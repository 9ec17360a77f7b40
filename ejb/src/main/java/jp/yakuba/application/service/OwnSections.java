package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.StaffView;

/** Finds applications for members of staff: those of their own sections, and for deciders those on a route with their post. */
@ApplicationScoped
public class OwnSections {
    @Inject
    private ApplicationStore applications;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Codes of the sections of the actor's posts today, and of the sections below them. */
    public Set<String> mine() {
        return organization.reachOf(actor.get().id(), clock.today());
    }

    /** The same as far as a section has their affairs today; all if none is named. */
    Set<String> within(String section) {
        var within = new HashSet<>(mine());
        if (section != null && !section.isEmpty()) {
            var kin = organization.ancestorsOf(section, clock.today());
            within.removeIf(one -> !one.equals(section) && !kin.contains(one));
        }
        return within;
    }

    /** An application the actor may look at. */
    public Application get(UUID id) {
        return applications.find(id)
                .filter(application -> isMine(application) || isOnMyRoute(application))
                .orElseThrow(() -> refused(id));
    }

    /** An application of the actor's sections with its row locked, to be worked on. */
    public Application lock(UUID id) {
        return applications.lock(id).filter(this::isMine).orElseThrow(() -> refused(id));
    }

    /** The same, at the version the actor saw. */
    public Application lock(UUID id, long version) {
        var application = lock(id);
        application.expect(version);
        return application;
    }

    /** The member of staff, if of one of the actor's sections. */
    public java.util.Optional<StaffView> colleague(UUID staffId) {
        var today = clock.today();
        return mine().stream()
                .flatMap(section -> organization.listStaffOf(section, today).stream())
                .filter(staff -> staff.id().equals(staffId))
                .findFirst();
    }

    private boolean isMine(Application application) {
        return mine().contains(application.arrival().section());
    }

    private boolean isOnMyRoute(Application application) {
        var proposal = approval.findBySubject(NeighbourNews.APPLICATION, application.id());
        if (proposal == null || !actor.get().holds(Role.DECIDER)) {
            return false;
        }
        var today = clock.today();
        var posts = organization.withAncestorPosts(
                organization.listPostsOf(actor.get().id(), today).stream().map(PostView::code).toList(), today);
        return proposal.route().stream().anyMatch(step -> posts.contains(step.post()));
    }

    private RuleViolation refused(UUID id) {
        audit.refused(new AuditNote(
                "application.examine", null, "application", String.valueOf(id), NO_SUCH_APPLICATION.code()));
        return new RuleViolation(NO_SUCH_APPLICATION);
    }
}
