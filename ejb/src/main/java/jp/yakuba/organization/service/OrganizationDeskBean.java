package jp.yakuba.organization.service;

import static jp.yakuba.organization.api.OrganizationProblem.NO_TOWN_YET;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.OfficeCalendar;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.DecisionRuleView;
import jp.yakuba.organization.api.MatterView;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.organization.api.TownView;
import jp.yakuba.organization.api.TownWords;

/**
 * Behind the organisation desk. Open to everybody is only what hangs in the hall: the town, its hours and its sections. Who
 * holds which post is for colleagues, and for desks that let somebody in or send something on.
 */
@Stateless
public class OrganizationDeskBean implements OrganizationDesk {
    private ChartRoom room;

    protected OrganizationDeskBean() {
        // for the container
    }

    @Inject
    public OrganizationDeskBean(ChartRoom room) {
        this.room = room;
    }

    @Override
    @PermitAll
    public TownView town() {
        return room.town().orElseThrow(() -> new RuleViolation(NO_TOWN_YET));
    }

    @Override
    @PermitAll
    public TownWords townWords() {
        return room.town().map(TownView::words).orElse(TownWords.USUAL);
    }

    @Override
    @PermitAll
    public OfficeCalendar calendar() {
        return room.calendar();
    }

    @Override
    @PermitAll
    public List<SectionView> listSections(LocalDate on) {
        return room.chart().sectionsOn(on);
    }

    @Override
    @PermitAll
    public Optional<SectionView> findSection(String code, LocalDate on) {
        return room.chart().section(code, on);
    }

    @Override
    @PermitAll
    public List<SectionView> successorsOf(String section, LocalDate on) {
        return room.chart().successorsOf(section, on);
    }

    @Override
    @PermitAll
    public Set<String> ancestorsOf(String section, LocalDate on) {
        return room.chart().ancestorsOf(section, on);
    }

    @Override
    @PermitAll
    public Optional<SectionView> findEverKnown(String section) {
        return room.chart().everKnown(section);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Set<String> withAncestorPosts(Collection<String> posts, LocalDate on) {
        return room.chart().withAncestorPosts(posts, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<PostView> listPostsOf(UUID staffId, LocalDate on) {
        return room.chart().postsOf(staffId, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Optional<StaffView> findStaff(UUID staffId, LocalDate on) {
        return room.chart().staff(member -> member.id().equals(staffId), on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Optional<StaffView> findStaffByNumber(String number, LocalDate on) {
        return room.chart().staff(member -> member.number().equals(number), on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Set<String> reachOf(UUID staffId, LocalDate on) {
        return room.chart().reachOf(staffId, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Set<String> listRolesOf(UUID staffId, LocalDate on) {
        return room.chart().rolesOf(staffId, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Set<String> rolesOf(String post, LocalDate on) {
        return room.chart().rolesOf(post, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<StaffView> listStaffOf(String section, LocalDate on) {
        return room.chart().staffOf(section, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<PostView> routeFor(String matter, long amount, String section, LocalDate on) {
        return room.chart().routeFor(matter, amount, section, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public DecisionRuleView decisionRule(String matter, long amount, String section, LocalDate on) {
        return room.chart().ruleFor(matter, amount, section, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<MatterView> listMatters(LocalDate on) {
        return room.chart().matters(on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<PostView> standInsFor(String post, LocalDate on) {
        return room.chart().standInsFor(post, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Optional<PostView> findPost(String code, LocalDate on) {
        return room.chart().findPost(code, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<StaffView> listHoldersOf(String post, LocalDate on) {
        return room.chart().holdersOf(post, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<PostView> listVacantPosts(LocalDate on) {
        return room.chart().vacantPosts(on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Optional<PostView> findPostAbove(String post, LocalDate on) {
        return room.chart().postAbove(post, on);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Optional<String> findMailOf(UUID staffId) {
        return room.chart().mailOf(staffId);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public Optional<String> findSetting(String key, LocalDate on) {
        return room.settings().find(key, on);
    }
}
