package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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

    /** A move became final: whoever applied for it is from now on the person it brought into the ledger. */
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

    /** Links from now on; earlier links of the account or the person end. */
    void link(UUID accountId, UUID personId, PersonLink.How how) {
        if (store.findPersonOf(accountId).filter(personId::equals).isPresent()) {
            return;
        }
        var now = clock.now();
        store.listLinks(accountId, personId).forEach(earlier -> earlier.end(now));
        store.write();
        store.add(new PersonLink(accountId, personId, how, now));
        audit.changed(new AuditNote("account.link", personId, "account", accountId.toString(), how.name()));
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
