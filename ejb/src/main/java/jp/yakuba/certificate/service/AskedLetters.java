package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.certificate.model.AskedCopy;
import jp.yakuba.certificate.model.CopyRequest;
import jp.yakuba.certificate.store.AskedStore;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.resident.api.CopyDesk;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.ProtectionBegan;
import jp.yakuba.resident.api.ShieldDesk;

/** Who reads the letters of others' requests, and what answers them: protection officers alone, where one says where somebody lives who may be protected. */
@ApplicationScoped
public class AskedLetters {
    private static final String UNREAD = "wide-copy-unread";
    private static final int PART = 1_000;

    /** The first record that is watched has an id behind this one. */
    static final UUID FIRST = new UUID(0, 0);

    @Inject
    private AskedStore store;

    @Inject
    private CopyDesk copies;

    @Inject
    private MoveOutDesk ledger;

    @Inject
    private ShieldDesk shield;

    @Inject
    private CounterSection section;

    @Inject
    private DocumentDesk records;

    @Inject
    private NotificationDesk notifications;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** Lets one deed through at a time that asks who is protected, or begins a protection; taken before anything is numbered. */
    void takeTurns() {
        ledger.takeTurns();
    }

    /** True if it must be closed: somebody may be named who is protected, or it was closed when it came before. */
    boolean mustClose(String peer, CopyRequest request) {
        return isLikeShielded(request) || store.find(peer, request.id()).filter(AskedCopy::isClosed).isPresent();
    }

    /** True if somebody may be named who is protected here. */
    boolean isLikeShielded(CopyRequest request) {
        return copies.isLikeShielded(namesOf(request).toList(), request.birthDate(), request.address());
    }

    private static Stream<String> namesOf(CopyRequest request) {
        return Stream.concat(Stream.of(request.name()), request.wanted().stream());
    }

    /** Those who read a letter today. */
    Set<UUID> readers(boolean closed) {
        return closed ? section.protectionOfficers() : section.registrars(section.ofLedger());
    }

    /** Keeps by what it is found once somebody in it is protected; the caller has taken turns with protections. */
    void keep(AskedCopy asked, CopyRequest request) {
        store.add(asked);
        store.write();
        namesOf(request).map(ledger::keyOf).filter(key -> !key.isEmpty()).distinct().forEach(key -> store.addName(asked.id(), key));
        store.addPieces(asked.id(), ledger.piecesOf(request.address()));
    }

    /** Closes all that says where somebody lives who is protected from now on, or who ever lived with them, however often it came. */
    void began(@Observes ProtectionBegan protection) {
        var said = new TreeSet<UUID>();
        protection.near().forEach(one -> said.addAll(store.listOpenLike(one.nameKey(), one.birthDate())));
        protection.homes().forEach(home -> said.addAll(listAt(home)));
        said.forEach(id -> store.lock(id).filter(one -> !one.isClosed()).ifPresent(this::close));
    }

    /** Of the requests whose address may say the home those that do: an index finds the few, and the veil knows. */
    private List<UUID> listAt(Set<String> home) {
        var open = store.listOpenAt(home);
        var hidden = shield.hideFromAll(open.stream().map(AskedStore.OpenAddress::address).toList());
        return IntStream.range(0, open.size()).filter(at -> !hidden.get(at).equals(open.get(at).address())).mapToObj(at -> open.get(at).id()).toList();
    }

    /** Closes it with every letter that brought it, and with the one that answers. */
    void close(AskedCopy asked) {
        var officers = readers(true);
        store.recordsOf(asked).forEach(record -> records.closeTo(record, officers));
        shut(asked);
        audit.changed(new AuditNote("certificate.close-letter", null, "record", asked.recordId().toString(), null));
    }

    private void shut(AskedCopy asked) {
        boolean nobodyReads = section.protectionOfficers().isEmpty();
        asked.shut(nobodyReads);
        if (nobodyReads) {
            tellNobodyReads();
        }
    }

    /** The next closed records behind that one which others read than today's protection officers. */
    CopyRound.Part listMisread(UUID behind) {
        var watched = store.listClosed(behind, PART);
        return new CopyRound.Part(List.copyOf(records.listReadByOthers(watched, readers(true))), watched.size() < PART ? null : watched.get(PART - 1));
    }

    /**
     * Leaves the record to today's protection officers, unless another node did so meanwhile; what nobody read is read from now on, and what nobody
     * reads any more is told.
     */
    void nameReaders(UUID record) {
        takeTurns();
        store.findBy(record).flatMap(store::lock).filter(AskedCopy::isClosed).ifPresent(asked -> {
            if (!records.listReadByOthers(List.of(record), readers(true)).isEmpty()) {
                records.closeTo(record, readers(true));
                shut(asked);
            }
        });
    }

    /** The mail says that something waits, not what, and is one on each day on which it comes to that, for however many letters. */
    private void tellNobodyReads() {
        var unread = "wide-copy:unread:" + clock.today() + ":";
        section.everywhere(Role.OPERATOR, Role.PERSONNEL, Role.RECORDS_MANAGER).forEach(person -> organization.findMailOf(person)
                .ifPresent(mail -> notifications.order(new OrderNotice(unread + person, null, mail, "ja", UNREAD, Map.of(), null))));
    }
}
