package jp.yakuba.register.service;

import static jp.yakuba.register.api.RegisterProblem.OTHER_SECTION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.register.api.Register;

/** In whose hands a register is, and who looked at it. Without a setting it is in nobody's. */
@ApplicationScoped
public class RegisterHands {
    /** Kind of thing in the audit log. */
    static final String OBJECT = "register-entry";
    private static final String VENDORS = "register.vendor.section";
    private static final String USERS = "register.facility-user.section";

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** True if whoever acts is of the section that has the register. */
    boolean holds(Register register) {
        var section = organization.findSetting(register == Register.VENDOR ? VENDORS : USERS, clock.today());
        return section.isPresent() && section.get().equals(actor.get().section());
    }

    /** Refuses whoever is of another section, and writes that down. */
    void require(Register register) {
        if (!holds(register)) {
            audit.refused(new AuditNote("register.keep", null, OBJECT, register.name(), OTHER_SECTION.code()));
            throw new RuleViolation(OTHER_SECTION);
        }
    }

    /** Refuses whoever may not look into the register: persons are for the section that has it. */
    void requireLook(Register register) {
        if (register.isOfPersons()) {
            require(register);
        }
    }

    /** Writes down a look at an entry. */
    void looked(Register register, String office, String number) {
        audit.looked(note("register.look", register, office, number));
    }

    /** Writes down looks at the entries of a list about persons. */
    void listed(Register register, List<List<String>> officesAndNumbers) {
        if (register.isOfPersons() && !officesAndNumbers.isEmpty()) {
            audit.lookedAtAll(officesAndNumbers.stream().map(one -> note("register.list", register, one.get(0), one.get(1))).toList());
        }
    }

    /** Writes down a change in the deed itself. */
    void changed(String deed, Register register, String office, String number) {
        audit.changed(note(deed, register, office, number));
    }

    private static AuditNote note(String deed, Register register, String office, String number) {
        return new AuditNote(deed, null, OBJECT, register.publication() + "/" + office + "/" + number, null);
    }
}
