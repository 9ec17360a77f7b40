package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.yakuba.application.model.AddressNeed;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.form.Paths;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.resident.api.ResidentDesk;
import jp.yakuba.resident.api.ShieldDesk;

/**
 * Decides which addresses a core system is told. A setting of the town names those that need any, by system or by system and
 * procedure; a protected address (支援措置) goes only where it must be known, and each time that is a line in the audit log.
 */
@ApplicationScoped
public class CoreAddresses {
    private static final String SETTING = "core.address.";
    private static final String DEED = "application.protected-address-sent";

    @Inject
    private OrganizationDesk organization;

    @Inject
    private ResidentDesk residents;

    @Inject
    private ShieldDesk shield;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** What became of the addresses in a message. */
    enum Fate {
        /** None was asked, or the system needs none. */
        NONE,
        /** They are in the answers. */
        GIVEN,
        /** They are protected and the system is not one that must know them. */
        WITHHELD
    }

    /** The answers that the system is told. */
    record Told(Map<String, String> answers, boolean protectedPerson, Fate address) {}

    Told told(Application application, String reason) {
        var answers = application.answers();
        boolean shielded = application.personId() != null && residents.get(application.personId(), reason).protectedPerson();
        var hidden = shield.hideIn(answers, null);
        boolean anyProtected = shielded || answers.keySet().stream()
                .anyMatch(path -> isAddress(path, answers) && !answers.get(path).equals(hidden.get(path)));
        var need = needOf(application);
        boolean given = need == AddressNeed.PROTECTED || need == AddressNeed.ORDINARY && !anyProtected;
        var told = new LinkedHashMap<String, String>();
        answers.forEach((path, answer) -> {
            if (!isAddress(path, answers)) {
                told.put(path, hidden.get(path));
            } else if (given) {
                told.put(path, answer);
            }
        });
        boolean asked = answers.keySet().stream().anyMatch(path -> isAddress(path, answers));
        var fate = !asked || need == AddressNeed.NONE ? Fate.NONE : given ? Fate.GIVEN : Fate.WITHHELD;
        if (fate == Fate.GIVEN && anyProtected) {
            audit.changed(new AuditNote(DEED, application.personId(), "application", application.id().toString(),
                    application.arrival().coreSystem()));
        }
        return new Told(told, anyProtected, fate);
    }

    private AddressNeed needOf(Application application) {
        var today = clock.today();
        var system = SETTING + application.arrival().coreSystem();
        return AddressNeed.of(organization.findSetting(system + "." + application.arrival().procedure(), today)
                .or(() -> organization.findSetting(system, today)).orElse(""));
    }

    private static boolean isAddress(String path, Map<String, String> answers) {
        return Paths.isPartOfAddress(path, answers);
    }
}
