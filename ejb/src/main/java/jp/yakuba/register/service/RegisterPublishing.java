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
import java.util.stream.Collectors;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.model.Entry;
import jp.yakuba.register.store.RegisterStore;
import jp.yakuba.resident.api.ShieldDesk;

/** Publishes own entries as others may know them now; what says the same again makes no new version. */
@ApplicationScoped
public class RegisterPublishing {
    private static final int AT_A_TIME = 300;
    private static final Duration ROUND = Duration.ofSeconds(570);
    /** So long an entry of a person stays after its last day. */
    private static final Period KEPT = Period.ofYears(1);

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
            publications.withdraw(content.register().publication(), content.number());
        } else {
            publications.publish(content.register().publication(), content.number(), content.forOthers(shield::hideFromAll).write());
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

    /** Forgets some persons whose entries ended more than a year ago, own ones and copies, with the pages that told of them. True if there may be more. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean forgetEnded(Register register) {
        var before = clock.today().minus(KEPT);
        var ended = store.listEnded(register, before, AT_A_TIME);
        var byOffice = ended.stream().collect(Collectors.groupingBy(one -> one.get(0), Collectors.mapping(one -> one.get(1), Collectors.toList())));
        int forgotten = 0;
        for (var office : byOffice.entrySet()) {
            forgotten += forget(register, office.getKey(), office.getValue(), before);
        }
        return forgotten > 0 && ended.size() == AT_A_TIME;
    }

    /** What somebody has in hand is left for the next round: its last day may be moved. A copy is held before its entries, as by whoever makes it newer. */
    private int forget(Register register, String office, List<String> numbers, LocalDate before) {
        boolean own = office.equals(organization.town().code());
        if (!own) {
            publications.forgetTold(register.publication(), office, numbers);
        }
        var held = store.lockEnded(register, office, numbers, before);
        if (own) {
            held.forEach(number -> publications.withdraw(register.publication(), number));
        }
        store.forgetAll(register, office, held);
        return held.size();
    }

    /** Forgets persons of offices that this office may ask no more, or that say so themselves, with all pages. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forgetUnasked(Register register) {
        publications.endCopies(register.publication()).forEach(office -> store.forgetOffice(register, office));
    }
}
