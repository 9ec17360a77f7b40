package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.CardIdentity;
import jp.yakuba.account.model.MailToken;
import jp.yakuba.account.model.PersonLink;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.CardStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.resident.api.MoveBecameFinal;

/** Joins accounts with persons of the ledger and with mail addresses: dated links, in the deed that gives the reason. */
@ApplicationScoped
public class Linking {
    @Inject
    private AccountStore store;

    @Inject
    private CardStore cards;

    @Inject
    private Postbox post;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** A move became final: whoever it was applied for is from now on the person it brought into the ledger. */
    void moveBecameFinal(@Observes MoveBecameFinal move) {
        move.personOfAccount().forEach((account, person) -> {
            if (store.find(account).isPresent()) {
                link(account, person, PersonLink.How.MOVE);
            }
        });
    }

    /** Links by the serial number of the card, if its holder is in the ledger and the account is not linked yet. */
    void linkByCard(UUID accountId, CardIdentity card) {
        if (store.findPersonOf(accountId).isEmpty()) {
            cards.findHolder(card)
                    .filter(person -> store.findAccountOf(person).isEmpty())
                    .ifPresent(person -> link(accountId, person, PersonLink.How.CARD_SERIAL));
        }
    }

    /**
     * Links from now on. A standing link of the account or the person ends only where a clerk has seen who it is, and whoever
     * loses it is told; any other way it is kept, which is written down and told too.
     */
    void link(UUID accountId, UUID personId, PersonLink.How how) {
        link(accountId, personId, how, null);
    }

    /** The same with what the clerk has seen and why. */
    void link(UUID accountId, UUID personId, PersonLink.How how, String seen) {
        var standing = store.listLinks(accountId, personId);
        if (standing.stream().anyMatch(link -> link.joins(accountId, personId))) {
            return;
        }
        if (!standing.isEmpty() && how != PersonLink.How.COUNTER) {
            keep(accountId, personId, how);
            return;
        }
        var now = clock.now();
        standing.forEach(earlier -> end(earlier, now));
        store.write();
        store.add(new PersonLink(accountId, personId, how, now));
        audit.changed(new AuditNote("account.link", personId, "account", accountId.toString(), seen == null ? how.name() : how.name() + " " + seen));
    }

    private void keep(UUID accountId, UUID personId, PersonLink.How how) {
        audit.refused(new AuditNote("account.link", personId, "account", accountId.toString(), "linked already: " + how));
        tell("account-link-kept", accountId, personId);
    }

    private void end(PersonLink earlier, Instant now) {
        earlier.end(now);
        audit.changed(new AuditNote("account.unlink", earlier.personId(), "account", earlier.accountId().toString(), null));
        tell("account-link-ended", earlier.accountId(), UUID.randomUUID());
    }

    private void tell(String template, UUID accountId, UUID occasion) {
        store.find(accountId).ifPresent(account -> post.tell(template, account, occasion, Map.of(), "/account"));
    }

    /** The address becomes the account's own when the link sent to it is followed. */
    void awaitMail(Account account, String mail) {
        if (mail.equalsIgnoreCase(account.mail())) {
            return;
        }
        account.awaitMail(mail);
        if (store.findByMail(mail).isPresent()) {
            post.tell("account-known", mail, account.language(), "/sign-in");
            return;
        }
        var token = SecretToken.fresh();
        store.add(MailToken.toConfirm(token, account, mail, clock.now()));
        post.sendLink("account-confirm-mail", mail, account.language(), "/verify-mail", token);
    }
}
