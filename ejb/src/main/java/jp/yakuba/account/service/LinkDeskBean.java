package jp.yakuba.account.service;

import static jp.yakuba.account.api.AccountProblem.LINKED_ALREADY;
import static jp.yakuba.account.api.AccountProblem.NOT_FOUND_WITH_A_REASON;
import static jp.yakuba.account.api.AccountProblem.NO_SUCH_ACCOUNT;
import static jp.yakuba.account.api.AccountProblem.PERSON_GONE;
import static jp.yakuba.account.api.AccountProblem.PERSON_PROTECTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.LinkAtCounter;
import jp.yakuba.account.api.LinkDesk;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.PersonLink;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentDesk;

/** Joins at the counter what only a clerk who has seen the papers may join; every refusal stands in the log. */
@Stateless
@RunAs(Role.DESK)
public class LinkDeskBean implements LinkDesk {
    /** Deed under which the ledger writes down everybody on the list of a search. */
    private static final String LISTED = "resident.listed";
    private static final String DEED = "account.link";
    private static final Duration SEARCH_HOLDS = Duration.ofMinutes(30);

    private AccountStore store;
    private Linking linking;
    private ResidentDesk residents;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected LinkDeskBean() {
        // for the container
    }

    @Inject
    public LinkDeskBean(
            AccountStore store, Linking linking, ResidentDesk residents, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.linking = linking;
        this.residents = residents;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.PROTECTION_OFFICER})
    public void link(LinkAtCounter command) {
        requireFound(command);
        requireLinkable(command);
        var account = store.findByMail(command.mail().strip()).orElseThrow(() -> refused(command, NO_SUCH_ACCOUNT));
        requireFree(command, account);
        linking.link(account.id(), command.personId(), PersonLink.How.COUNTER, command.identityShown().strip() + ": " + command.reason().strip());
    }

    private void requireFound(LinkAtCounter command) {
        audit.findOwnLook(LISTED, command.personId(), clock.now().minus(SEARCH_HOLDS))
                .filter(look -> look.reason() != null && !look.reason().isBlank())
                .orElseThrow(() -> refused(command, NOT_FOUND_WITH_A_REASON));
    }

    /** An account tells its owner's address: for a protected person the protection officer alone decides that it may. */
    private void requireLinkable(LinkAtCounter command) {
        var person = residents.get(command.personId(), command.reason());
        if (!person.current()) {
            throw refused(command, PERSON_GONE);
        }
        if (person.protectedPerson() && !actor.get().holds(Role.PROTECTION_OFFICER)) {
            throw refused(command, PERSON_PROTECTED);
        }
    }

    private void requireFree(LinkAtCounter command, Account account) {
        var standing = store.listLinks(account.id(), command.personId());
        boolean another = standing.stream().anyMatch(link -> !link.joins(account.id(), command.personId()));
        if (another && !command.replacing()) {
            throw refused(command, LINKED_ALREADY);
        }
    }

    private RuleViolation refused(LinkAtCounter command, AccountProblem problem) {
        audit.refused(new AuditNote(DEED, command.personId(), "person", command.personId().toString(), problem.code()));
        return new RuleViolation(problem);
    }
}
