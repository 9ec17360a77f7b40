package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.NOT_YOUR_SECTION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/** How far the actor reaches: the sections of the own posts and those below them, the whole office for a records manager. */
@ApplicationScoped
public class OwnReach {
    @Inject
    private OrganizationDesk organization;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Codes of the sections of the actor's posts today, and of the sections below them. */
    public Set<String> sections() {
        return organization.reachOf(actor.get().id(), clock.today());
    }

    /** Codes of all sections of today in the order of the office. */
    public Stream<String> existing() {
        return organization.listSections(clock.today()).stream().map(SectionView::code);
    }

    /** The section and all it has taken over from, itself first; none if no section is asked for. */
    public List<String> within(String section) {
        return section == null || section.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(section), organization.ancestorsOf(section, clock.today()).stream()).toList();
    }

    /** The section that has the affairs of a section today, and all it has taken over from, itself first. */
    public List<String> withinPresent(String section) {
        return within(organization.successorsOf(section, clock.today()).stream().findFirst().map(SectionView::code).orElse(section));
    }

    /** True if the actor keeps the records of the whole office. */
    public boolean isWholeOffice() {
        return actor.get().holds(Role.RECORDS_MANAGER);
    }

    /** True if the actor reads what the section has. */
    public boolean reads(String section) {
        return isWholeOffice() || sections().contains(section);
    }

    /** True if the actor keeps the records of the section. */
    public boolean keeps(String section) {
        return isWholeOffice() || actor.get().holds(Role.RECORDS_OFFICER) && sections().contains(section);
    }

    /** Refuses, and writes down, what only those who keep the section's records may do. */
    public void requireKeeping(String section, String deed) {
        if (!keeps(section)) {
            audit.refused(new AuditNote(deed, null, "section", section, NOT_YOUR_SECTION.code()));
            throw new RuleViolation(NOT_YOUR_SECTION);
        }
    }
}
