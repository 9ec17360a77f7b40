package jp.yakuba.account.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.CardAnswer;
import jp.yakuba.account.api.CardDesk;
import jp.yakuba.account.api.CardSignIn;
import jp.yakuba.account.api.CardStart;
import jp.yakuba.account.api.CardView;
import jp.yakuba.account.api.OpenCardAccount;
import jp.yakuba.account.api.SignInStep;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.Card;
import jp.yakuba.account.model.CardIdentity;
import jp.yakuba.account.model.CertificateKind;
import jp.yakuba.account.model.Handover;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.account.store.AccountStore;
import jp.yakuba.account.store.CardStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Lets people in by card and keeps which card opens which account. */
@Stateless
@RunAs(Role.DESK)
public class CardDeskBean implements CardDesk {
    private static final int LONGEST_RETURN = 300;

    @Inject
    private AccountStore accounts;

    @Inject
    private CardStore store;

    @Inject
    private CardAuthorities authorities;

    @Inject
    private SessionBook sessions;

    @Inject
    private HandoverGuard guard;

    @Inject
    private Linking linking;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Open to all: whoever signs in has no role yet. */
    @Override
    @PermitAll
    public CardStart openHandover(String returnTo) {
        if (returnTo.length() > LONGEST_RETURN) {
            throw new RuleViolation(AccountProblem.HANDOVER_LAPSED);
        }
        var start = new CardStart(SecretToken.fresh(), SecretToken.fresh());
        var resident = actor.get().kind() == Actor.Kind.RESIDENT ? actor.get().id() : null;
        store.add(new Handover(start, returnTo, resident, clock.now()));
        return start;
    }

    /** Open to all: whoever signs in has no role yet. */
    @Override
    @PermitAll
    public Optional<String> findReturn(String state) {
        return store.lockHandover(state)
                .filter(handover -> handover.stands(clock.now()) && handover.awaitsCard())
                .map(Handover::returnTo);
    }

    /** Open to all: the certificate, whose key the TLS handshake proved, says who it is. */
    @Override
    @PermitAll
    public CardAnswer present(String state, byte[] der, String origin) {
        var handover = standing(store.lockHandover(state));
        if (!handover.awaitsCard()) {
            throw new RuleViolation(AccountProblem.HANDOVER_LAPSED);
        }
        var certificate = authorities.read(der);
        var verdict = authorities.checkOf(CertificateKind.SIGN_IN).judge(certificate, clock.now());
        var identity = CardIdentity.of(certificate);
        if (verdict.problem() != null) {
            audit.refused(new AuditNote("account.card.present", null, "card", identity.serial(), verdict.problem().code()));
            throw new RuleViolation(verdict.problem());
        }
        var token = SecretToken.fresh();
        handover.present(identity, token, clock.now());
        return new CardAnswer(handover.returnTo(), token);
    }

    /** Open to all: the token and the secret of the browser together are the proof. */
    @Override
    @PermitAll
    public CardSignIn take(String browser, String token, String origin, String agent) {
        var handover = home(browser, token);
        var owner = store.find(handover.card()).map(Card::accountId).orElse(null);
        if (handover.accountId() != null) {
            owner = add(handover, owner);
        }
        if (owner == null) {
            handover.waitForAccount(clock.now());
            return new CardSignIn(null);
        }
        handover.use(clock.now());
        return new CardSignIn(letIn(owner, handover.card(), origin, agent));
    }

    /** The account, which carries the card from now on. */
    private UUID add(Handover handover, UUID owner) {
        var account = handover.accountId();
        if (owner == null && account.equals(actor.get().id()) && mayCarry(account, handover.card())) {
            register(account, handover.card());
        } else if (!account.equals(owner)) {
            audit.refused(new AuditNote("account.card.add", null, "account", account.toString(),
                    AccountProblem.CARD_OF_ANOTHER.code()));
            throw new RuleViolation(AccountProblem.CARD_OF_ANOTHER);
        }
        return account;
    }

    /**
     * Whoever has come in by less than a card may not make a card of his own a way into somebody's account: the account of a
     * person of the ledger takes that person's cards alone, and one that has a card takes another only from a card's session.
     */
    private boolean mayCarry(UUID account, CardIdentity card) {
        var person = accounts.findPersonOf(account);
        var holder = store.findHolder(card);
        if (person.isPresent() && holder.isPresent()) {
            return holder.equals(person);
        }
        boolean isAnchored = person.isPresent() || !store.listOf(account).isEmpty();
        return !isAnchored || actor.get().assurance().satisfies(Assurance.CARD);
    }

    /** Open to all: the token and the secret of the browser together are the proof. */
    @Override
    @PermitAll
    public SignInStep openAccount(OpenCardAccount command) {
        var handover = home(command.browser(), command.token());
        if (handover.accountId() != null || store.find(handover.card()).isPresent()) {
            throw new RuleViolation(AccountProblem.CARD_OF_ANOTHER);
        }
        var mail = RegistrationDeskBean.readable(command.mail());
        var account = Account.withCard(
                RegistrationDeskBean.named(command.displayName()), mail, command.language(), clock.now());
        accounts.add(account);
        audit.changed(new AuditNote("account.open", null, "account", account.id().toString(), null));
        register(account.id(), handover.card());
        linking.awaitMail(account, mail);
        handover.use(clock.now());
        return letIn(account.id(), handover.card(), command.origin(), command.agent());
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public List<CardView> listMine() {
        return store.listOf(actor.get().id()).stream().map(Card::view).toList();
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void remove(UUID cardId, String presentToken) {
        var mine = actor.get().id();
        var card = store.find(cardId)
                .filter(found -> found.accountId().equals(mine))
                .orElseThrow(() -> new RuleViolation(AccountProblem.NO_SUCH_CARD));
        boolean otherWay = accounts.find(mine).filter(Account::hasPassword).isPresent() || store.listOf(mine).size() > 1;
        if (!otherWay) {
            throw new RuleViolation(AccountProblem.LAST_WAY_IN);
        }
        card.remove(clock.now());
        sessions.endOthersOf(mine, presentToken);
        audit.changed(new AuditNote("account.card.remove", null, "account", mine.toString(), null));
    }

    private void register(UUID accountId, CardIdentity card) {
        store.add(new Card(accountId, card, clock.now()));
        audit.changed(new AuditNote("account.card.add", null, "account", accountId.toString(), card.serial()));
    }

    private SignInStep letIn(UUID accountId, CardIdentity card, String origin, String agent) {
        accounts.find(accountId).orElseThrow(() -> new RuleViolation(AccountProblem.NO_SUCH_ACCOUNT));
        linking.linkByCard(accountId, card);
        audit.changed(new AuditNote("account.sign-in", null, "account", accountId.toString(), "card"));
        return sessions.openResident(accountId, false, Assurance.CARD, origin, agent);
    }

    private Handover home(String browser, String token) {
        guard.mustComeHomeWith(browser, token);
        return standing(store.lockHandoverOfToken(token));
    }

    private Handover standing(Optional<Handover> found) {
        return found
                .filter(handover -> handover.stands(clock.now()))
                .orElseThrow(() -> new RuleViolation(AccountProblem.HANDOVER_LAPSED));
    }
}
