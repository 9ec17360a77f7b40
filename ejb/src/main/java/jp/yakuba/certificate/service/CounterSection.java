package jp.yakuba.certificate.service;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;

/** Which section answers for the ledger and for a request, and its registrars, who read the letters. */
@ApplicationScoped
public class CounterSection {
    private static final String SETTING = "ledger.section";
    private static final String USUAL = "residents";

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Code of the section that keeps the ledger today. */
    String ofLedger() {
        return today(organization.findSetting(SETTING, clock.today()).orElse(USUAL));
    }

    /** Code of the section that has the duties of the section today. */
    String today(String section) {
        return organization.successorsOf(section, clock.today()).stream().findFirst().map(SectionView::code).orElse(section);
    }

    /** The registrars of the section today. */
    Set<UUID> registrars(String section) {
        return holding(Stream.of(section), Role.REGISTRAR);
    }

    /** Those of the ledger's section who look after protected persons today; if it has none, those of any section; empty if the office has none. */
    Set<UUID> protectionOfficers() {
        var own = holding(Stream.of(ofLedger()), Role.PROTECTION_OFFICER);
        return own.isEmpty() ? everywhere(Role.PROTECTION_OFFICER) : own;
    }

    /** Those of any section who hold one of the roles today. */
    Set<UUID> everywhere(String... roles) {
        return holding(organization.listSections(clock.today()).stream().map(SectionView::code), roles);
    }

    private Set<UUID> holding(Stream<String> sections, String... roles) {
        var today = clock.today();
        return sections.flatMap(section -> organization.listStaffOf(section, today).stream()).map(StaffView::id).distinct()
                .filter(id -> Arrays.stream(roles).anyMatch(organization.listRolesOf(id, today)::contains)).collect(toSet());
    }
}
