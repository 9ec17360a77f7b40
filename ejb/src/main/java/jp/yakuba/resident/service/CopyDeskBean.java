package jp.yakuba.resident.service;

import static jp.yakuba.resident.api.CopyAnswer.Outcome.CHANGE_WAITS;
import static jp.yakuba.resident.api.CopyAnswer.Outcome.NOT_HERE;
import static jp.yakuba.resident.api.CopyAnswer.Outcome.TOLD;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.resident.api.CopyAnswer;
import jp.yakuba.resident.api.CopyDesk;
import jp.yakuba.resident.api.CopyQuestion;
import jp.yakuba.resident.api.ShieldDesk;
import jp.yakuba.resident.model.CertificateOrder;
import jp.yakuba.resident.model.Relationship;
import jp.yakuba.resident.store.CopyStore;
import jp.yakuba.resident.store.LedgerStore;
import jp.yakuba.resident.store.ShieldStore;

/** Behind the desk that tells other municipalities what a copy says. */
@Stateless
@RunAs(Role.DESK)
public class CopyDeskBean implements CopyDesk {
    private static final String REFUSED = "resident.copy-refused";

    private CopyStore store;
    private LedgerStore ledger;
    private ShieldStore shield;
    private ShieldDesk veil;
    private AuditDesk audit;

    protected CopyDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public CopyDeskBean(CopyStore store, LedgerStore ledger, ShieldStore shield, ShieldDesk veil, AuditDesk audit) {
        this.store = store;
        this.ledger = ledger;
        this.shield = shield;
        this.veil = veil;
        this.audit = audit;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public CopyAnswer tell(CopyQuestion question, Predicate<CopyAnswer> says) {
        var asking = store.findExactly(question.name(), question.birthDate(), question.address());
        var found = asking.map(one -> answer(one, question)).orElseGet(() -> CopyAnswer.refused(NOT_HERE, null));
        var answer = found.outcome() == TOLD && !says.test(found) ? CopyAnswer.refused(NOT_HERE, found.asking()) : found; // before it is written down as told
        if (answer.outcome() == TOLD) {
            audit.lookedAtAll(answer.persons().stream().map(one -> AuditNote.ofPerson("resident.copy-told", one.id(), question.reason())).toList());
        } else {
            audit.refused(AuditNote.ofPerson(REFUSED, asking.orElse(null), question.reason() + " " + answer.outcome()));
        }
        return answer;
    }

    /** Protection is asked for before anything else: no other answer tells that the facts agree. */
    private CopyAnswer answer(UUID asking, CopyQuestion question) {
        var household = store.listHousehold(asking);
        if (household.isEmpty() || isShielded(household)) {
            return CopyAnswer.refused(NOT_HERE, asking);
        }
        var wanted = wanted(household, asking, question);
        if (wanted.isEmpty()) {
            return CopyAnswer.refused(NOT_HERE, asking);
        }
        if (isChangeWaiting(household)) {
            return CopyAnswer.refused(CHANGE_WAITS, asking);
        }
        var head = household.stream().map(CopyStore.Member::person).filter(one -> Relationship.HEAD.value().equals(one.relationship()))
                .findFirst().map(CopyAnswer.Person::name).orElse(null);
        return new CopyAnswer(TOLD, asking, head, sorted(wanted.get()), digest(household));
    }

    private boolean isChangeWaiting(List<CopyStore.Member> household) {
        return store.isChangeWaiting(household.get(0).household(), household.stream().map(one -> one.person().id()).toList());
    }

    private static String digest(List<CopyStore.Member> household) {
        return Sha256.hex(household.stream().map(CopyStore.Member::toString).sorted().collect(Collectors.joining("\n")));
    }

    private boolean isShielded(List<CopyStore.Member> household) {
        var persons = household.stream().map(CopyStore.Member::person).toList();
        var addresses = persons.stream().flatMap(one -> Stream.of(Optional.of(one.address()), Optional.ofNullable(one.previousAddress())))
                .flatMap(Optional::stream).distinct().toList();
        return isAnyShielded(persons.stream().map(CopyAnswer.Person::id).toList()) || !veil.hideFromAll(addresses).equals(addresses);
    }

    /** Empty unless everybody who is named lives in the household, each once. */
    private Optional<List<CopyStore.Member>> wanted(List<CopyStore.Member> household, UUID asking, CopyQuestion question) {
        if (question.whole()) {
            return Optional.of(household);
        }
        return question.wanted().isEmpty() ? Optional.of(household.stream().filter(one -> one.person().id().equals(asking)).toList())
                : named(household, question.wanted());
    }

    private Optional<List<CopyStore.Member>> named(List<CopyStore.Member> household, List<String> names) {
        var keys = new HashSet<>(names.stream().map(ledger::keyOf).toList());
        var found = household.stream().filter(one -> keysOf(one.person()).anyMatch(keys::contains)).toList();
        boolean each = found.size() == names.size() && !keys.contains("")
                && keys.stream().allMatch(key -> found.stream().filter(one -> keysOf(one.person()).anyMatch(key::equals)).count() == 1);
        return each ? Optional.of(found) : Optional.empty();
    }

    private Stream<String> keysOf(CopyAnswer.Person one) {
        return Stream.of(one.name(), Objects.requireNonNullElse(one.romanName(), one.name())).map(ledger::keyOf);
    }

    private static List<CopyAnswer.Person> sorted(List<CopyStore.Member> members) {
        return new CertificateOrder<CopyStore.Member>(one -> one.person().relationship(), one -> one.person().birthDate(), CopyStore.Member::number)
                .sort(members).stream().map(CopyStore.Member::person).toList();
    }

    @Override
    @RolesAllowed(Role.DESK)
    public boolean isLikeShielded(Collection<String> names, LocalDate birthDate, String address) {
        var words = List.of(address);
        return names.stream().anyMatch(name -> !shield.listLike(name, birthDate).isEmpty()) || !veil.hideFromAll(words).equals(words);
    }

    /** Protection is asked for first here too: what has changed tells nothing of it. */
    @Override
    @RolesAllowed(Role.DESK)
    public CopyAnswer.Outcome askAgain(UUID asking, Collection<UUID> persons, String facts) {
        var household = store.listHousehold(asking);
        if (isAnyShielded(persons) || isShielded(household)) {
            return NOT_HERE;
        }
        return household.isEmpty() || !digest(household).equals(facts) || isChangeWaiting(household) ? CHANGE_WAITS : TOLD;
    }

    /** Those alone who are shielded today: a refusal to whoever once lived with one who has gone would tell them that she is. */
    private boolean isAnyShielded(Collection<UUID> persons) {
        return shield.isAnyShielded(persons);
    }
}
