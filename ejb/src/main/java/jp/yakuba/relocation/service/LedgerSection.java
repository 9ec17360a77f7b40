package jp.yakuba.relocation.service;

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

/** The section that keeps the ledger, and who reads notices. */
@ApplicationScoped
public class LedgerSection {
    private static final String SETTING = "ledger.section";
    private static final String USUAL = "residents";

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Its code today. */
    String code() {
        var today = clock.today();
        var named = organization.findSetting(SETTING, today).orElse(USUAL);
        return organization.successorsOf(named, today).stream().findFirst().map(SectionView::code).orElse(named);
    }

    /** Its registrars today. */
    Set<UUID> registrars() {
        return holding(Stream.of(code()), Role.REGISTRAR);
    }

    /** Those of it who look after protected persons today; if it has none, those of any section; empty if the office has none. */
    Set<UUID> protectionOfficers() {
        var own = holding(Stream.of(code()), Role.PROTECTION_OFFICER);
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
