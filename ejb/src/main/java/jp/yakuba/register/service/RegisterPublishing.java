package jp.yakuba.register.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.model.Entry;
import jp.yakuba.register.model.EntryContent;
import jp.yakuba.register.store.RegisterStore;
import jp.yakuba.resident.api.ShieldDesk;

/** Publishes own entries as others may know them now; what says the same again makes no new version. */
@ApplicationScoped
public class RegisterPublishing {
    private static final int AT_A_TIME = 300;
    private static final Duration ROUND = Duration.ofSeconds(570);
    /** So long an entry of a person stays after its last day. */
    private static final Period KEPT = Period.ofYears(1);
    /** So long pages that tell of persons wait for the last one. */
    private static final Duration WAITING = Duration.ofDays(1);

    @Inject
    private RegisterStore store;

    @Inject
    private PublicationDesk publications;

    @Inject
    private ShieldDesk shield;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Publishes the entry, or withdraws it if others are not to know it. */
    void publish(Entry entry) {
        var content = entry.content();
        if (entry.withheld() || entry.isWithdrawn()) {
            withdraw(content.register(), content.number());
        } else if (tells(content.register(), content.number())) {
            publications.publishAnew(content.register().publication(), content.number(), content.forOthers(shield::hideFromAll).write());
        } else {
            publications.publish(content.register().publication(), content.number(), content.forOthers(shield::hideFromAll).write());
        }
    }

    /** Others are not to know the entry any more. */
    void withdraw(Register register, String number) {
        if (tells(register, number)) {
            publications.withdrawWhole(register.publication(), number);
        } else {
            publications.withdraw(register.publication(), number);
        }
    }

    /**
     * True if what others were told last would tell an address that is protected since: whatever follows, they are to keep nothing of it. It does not
     * suffice that the address is hidden from now on, for the entry may change again before they read.
     */
    private boolean tells(Register register, String number) {
        return publications.find(register.publication(), number).filter(told -> tells(register, told)).isPresent();
    }

    private boolean tells(Register register, byte[] told) {
        try {
            var words = EntryContent.read(register, told).words();
            return !shield.hideFromAll(words).equals(words);
        } catch (EntryContent.Unreadable unknown) {
            return true; // nobody can say that it tells none
        }
    }

    /** Takes the round for this node; false if another has it. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean claim() {
        var now = clock.now();
        return store.claimRound(now, now.plus(ROUND));
    }

    /**
     * Looks through some entries after the number: which others were told otherwise than they may know now; an address may be protected since. Nothing is
     * locked.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Looked look(Register register, String after) {
        publications.open(register.publication());
        var entries = store.listTold(register, organization.town().code(), after, AT_A_TIME);
        var contents = entries.stream().map(one -> one.content().forOthers()).toList();
        var read = shield.hideFromAll(contents.stream().flatMap(one -> one.words().stream()).toList()).iterator();
        var told = new LinkedHashMap<String, String>();
        contents.forEach(one -> told.put(one.number(), Sha256.hex(one.withWords(read).write())));
        return new Looked(entries.size() < AT_A_TIME ? null : entries.get(entries.size() - 1).content().number(),
                publications.listOthers(register.publication(), told));
    }

    /**
     * What was looked through.
     *
     * @param next the number after which to go on; null if that was all
     * @param others numbers of those that are to be published anew
     */
    public record Looked(String next, List<String> others) {
        public Looked {
            others = List.copyOf(others);
        }
    }

    /** Publishes one entry anew, in a deed of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    public void publishAlone(Register register, String number) {
        store.lock(register, organization.town().code(), number).ifPresent(this::publish);
    }

    /** Codes of offices, this one too, that keep entries which ended more than a year ago. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<String> listEnded(Register register) {
        return store.listEndedOffices(register, ended());
    }

    private LocalDate ended() {
        return clock.today().minus(KEPT);
    }

    /**
     * Forgets some persons whose entries in the register of one office ended more than a year ago, with the pages that told of them. What somebody has in
     * hand is left for the next round: a last day may be moved, and a copy that is being taken may take long. A copy is held before its entries, as by
     * whoever makes it newer. True if there may be more.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean forgetEnded(Register register, String office) {
        var numbers = store.listEnded(register, office, ended(), AT_A_TIME);
        boolean own = office.equals(organization.town().code());
        if (!own && !publications.forgetTold(register.publication(), office, numbers)) {
            return false;
        }
        var held = store.lockEnded(register, office, numbers, ended());
        if (own) {
            held.forEach(number -> withdraw(register, number));
        }
        store.forgetAll(register, office, held);
        return !held.isEmpty() && numbers.size() == AT_A_TIME;
    }

    /** Drops what was read of persons and waits for a last page that has not come for a day. */
    @Transactional(TxType.REQUIRES_NEW)
    public void dropReadings(Register register) {
        publications.dropReadings(register.publication(), clock.now().minus(WAITING));
    }

    /** Forgets persons of offices that this office may ask no more, or that say so themselves, with all pages. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forgetUnasked(Register register) {
        publications.endCopies(register.publication()).forEach(office -> store.forgetOffice(register, office));
    }
}
