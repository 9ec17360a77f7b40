package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_SECTION;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_STAFF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.model.record.Circulation.Invited;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.StaffView;

/** Finds members of staff and sections of today, and refuses those that the office does not have. */
@ApplicationScoped
public class Colleagues {
    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** The member of staff. */
    public StaffView get(UUID staffId) {
        return organization.findStaff(staffId, clock.today()).orElseThrow(() -> new RuleViolation(NO_SUCH_STAFF));
    }

    /** Everybody of a section. */
    public List<StaffView> of(String section) {
        requireSection(section);
        return organization.listStaffOf(section, clock.today());
    }

    /** The named ones first, then everybody of the sections, each once. */
    public List<Invited> invited(Collection<UUID> staff, Collection<String> sections) {
        var all = new java.util.LinkedHashMap<UUID, Invited>();
        staff.stream().map(this::get).forEach(one -> all.putIfAbsent(one.id(), new Invited(one.id(), one.name(), one.section())));
        sections.forEach(section -> of(section).forEach(one -> all.putIfAbsent(one.id(), new Invited(one.id(), one.name(), section))));
        return List.copyOf(all.values());
    }

    /** Refuses a section that is not there today. */
    public void requireSection(String section) {
        if (section == null || organization.findSection(section, clock.today()).isEmpty()) {
            throw new RuleViolation(NO_SUCH_SECTION, String.valueOf(section));
        }
    }
}
