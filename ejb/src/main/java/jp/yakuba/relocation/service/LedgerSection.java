package jp.yakuba.relocation.service;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;

/** The section that keeps the ledger, and who of it reads notices. */
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
        return holding(Role.REGISTRAR);
    }

    /** Those of it who look after protected persons today. */
    Set<UUID> protectionOfficers() {
        return holding(Role.PROTECTION_OFFICER);
    }

    private Set<UUID> holding(String role) {
        var today = clock.today();
        return organization.listStaffOf(code(), today).stream().map(StaffView::id)
                .filter(id -> organization.listRolesOf(id, today).contains(role)).collect(toSet());
    }
}
