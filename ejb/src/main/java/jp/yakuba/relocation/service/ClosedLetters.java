package jp.yakuba.relocation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.ReceivedNotice;
import jp.yakuba.relocation.model.SentNotice;
import jp.yakuba.relocation.store.NoticeStore;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.ProtectionBegan;
import jp.yakuba.resident.api.ShieldDesk;

/** Closes letters that tell where somebody went whom this town protects: protection officers read them, and nobody else. */
@ApplicationScoped
public class ClosedLetters {
    private static final String UNREAD = "move-notice-unread";
    private static final String PROTECTED = "move-notice-protected";
    private static final int PART = 1_000;

    /** The first record that is watched has an id behind this one. */
    static final UUID FIRST = new UUID(0, 0);

    @Inject
    private NoticeStore store;

    @Inject
    private MoveOutDesk ledger;

    @Inject
    private ShieldDesk shield;

    @Inject
    private LedgerSection section;

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

    /** True if what the peer says must be closed on arrival: somebody may be meant who is shielded, or the peer has said so in another notice. */
    boolean mustClose(String peer, MoveNotice said) {
        return !said.shielded() && (ledger.isAnyShielded(said.previousAddress(), MoveNoticePost.movedOf(said))
                || store.findOf(peer, said.id()).filter(ReceivedNotice::isClosed).isPresent()
                || correctedBy(peer, said).stream().anyMatch(one -> one.isShielded() || one.isClosed())
                || store.listCorrecting(peer, said.id()).stream().anyMatch(one -> one.isShielded() || one.isClosed()));
    }

    private void shut(ReceivedNotice notice) {
        boolean nobodyReads = section.protectionOfficers().isEmpty();
        notice.shut(nobodyReads);
        if (nobodyReads) {
            tellNobodyReads();
        }
    }

    /**
     * Closes what the peer told before: whatever a notice of protected persons corrects, over any number of corrections, and whatever tells of one of
     * them.
     */
    void closeBefore(String peer, MoveNotice said) {
        var told = new TreeSet<UUID>();
        correctedBy(peer, said).forEach(one -> told.add(one.id()));
        said.persons().forEach(one -> told.addAll(store.listOpenLike(ledger.keyOf(one.name()), one.birthDate())));
        told.forEach(id -> store.lock(id).filter(one -> one.peer().equals(peer)).ifPresent(this::closeOpen));
    }

    /** What a notice corrects, over any number of corrections, as far as it has arrived. */
    private List<ReceivedNotice> correctedBy(String peer, MoveNotice said) {
        var found = new ArrayList<ReceivedNotice>();
        var seen = new HashSet<UUID>(Set.of(said.id()));
        for (var next = said.corrects(); next != null && seen.add(next);) {
            var earlier = store.findOf(peer, next);
            earlier.ifPresent(found::add);
            next = earlier.map(ReceivedNotice::corrects).orElse(null);
        }
        return found;
    }

    /** Closes all that tells of somebody who is protected from now on, whichever town told it, and what this one told of the moves by which they came. */
    void began(@Observes ProtectionBegan protection) {
        var told = new TreeSet<UUID>();
        protection.near().forEach(one -> told.addAll(store.listOpenLike(one.nameKey(), one.birthDate())));
        protection.homes().forEach(home -> told.addAll(listAt(home)));
        told.forEach(id -> store.lock(id).ifPresent(this::closeOpen));
        closeSent(protection.movesIn());
    }

    /** Of the notices whose address may say the home those that do: an index finds the few, and the veil knows. */
    private List<UUID> listAt(Set<String> home) {
        var open = store.listOpenAt(home);
        var hidden = shield.hideFromAll(open.stream().map(NoticeStore.OpenAddress::address).toList());
        return IntStream.range(0, open.size()).filter(at -> !hidden.get(at).equals(open.get(at).address())).mapToObj(at -> open.get(at).id()).toList();
    }

    /** Closes what this town told of the moves with where they live. */
    void closeSent(Set<UUID> events) {
        var officers = section.protectionOfficers();
        for (var id : store.listOpenSent(events)) {
            store.lockSent(id).ifPresent(sent -> {
                records.closeTo(sent.recordId(), officers);
                sent.shut();
                audit.changed(new AuditNote("relocation.close-letter", null, "move-notice", id.toString(), null));
                if (officers.isEmpty()) {
                    tellNobodyReads();
                }
            });
        }
    }

    private void closeOpen(ReceivedNotice notice) {
        if (!notice.isClosed() && !notice.isShielded()) {
            close(notice);
        }
    }

    /** Closes it if it must be, and writes that down; the caller has taken turns with protections. */
    void closeIfMust(ReceivedNotice notice) {
        if (!notice.isClosed() && mustClose(notice.peer(), notice.said())) {
            close(notice);
        }
    }

    /**
     * Closes it, and with it whatever is linked to it by corrections, as far as that has arrived: they tell of the same people, in whatever order they
     * came.
     */
    void close(ReceivedNotice notice) {
        closeAlone(notice);
        store.write(); // what is locked is read anew
        linkedTo(notice).forEach(id -> store.lock(id).filter(one -> !one.isClosed() && !one.isShielded()).ifPresent(this::closeAlone));
    }

    /** Ids of what it corrects and what corrects it, and so on: all that somebody may write in place of each other. */
    private Set<UUID> linkedTo(ReceivedNotice notice) {
        var found = new TreeSet<UUID>();
        var next = new ArrayDeque<>(List.of(notice));
        while (!next.isEmpty()) {
            var one = next.remove();
            if (found.add(one.id())) {
                Optional.ofNullable(one.corrects()).flatMap(earlier -> store.findOf(one.peer(), earlier)).ifPresent(next::add);
                next.addAll(store.listCorrecting(one.peer(), one.notice()));
            }
        }
        found.remove(notice.id());
        return found;
    }

    /** Closes it with every letter that brought it. */
    private void closeAlone(ReceivedNotice notice) {
        var officers = section.protectionOfficers();
        store.recordsOf(notice).forEach(record -> records.closeTo(record, officers));
        shut(notice);
        audit.changed(new AuditNote("relocation.close-letter", null, "move-notice", notice.id().toString(), null));
    }

    /** The next records behind that one: protection officers read what is closed, registrars all else. */
    ReaderRound.Part listMisread(UUID behind) {
        var watched = store.listWatched(behind, PART);
        var misread = new ArrayList<UUID>();
        for (boolean closed : new boolean[] {true, false}) {
            var some = watched.stream().filter(one -> one.closed() == closed).map(NoticeStore.Watched::recordId).toList();
            misread.addAll(records.listReadByOthers(some, readersToday(closed)));
        }
        return new ReaderRound.Part(misread, watched.size() < PART ? null : watched.get(PART - 1).recordId());
    }

    private Set<UUID> readersToday(boolean closed) {
        return closed ? section.protectionOfficers() : section.registrars();
    }

    /**
     * Leaves the record to those who hold the office today, unless another node did so meanwhile; what nobody read is read from now on, and what nobody
     * reads any more is told.
     */
    void nameReaders(UUID record) {
        ledger.takeTurns();
        var brought = store.findBroughtBy(record).flatMap(store::lock);
        var closed = brought.map(ReceivedNotice::isClosed).or(() -> store.findSentBy(record).map(SentNotice::isClosed));
        if (closed.isEmpty() || records.listReadByOthers(List.of(record), readersToday(closed.get())).isEmpty()) {
            return;
        }
        var readers = readersToday(closed.get());
        records.closeTo(record, readers);
        brought.filter(ReceivedNotice::isClosed).ifPresent(this::shut);
        if (brought.isEmpty() && closed.get() && readers.isEmpty()) {
            tellNobodyReads();
        }
    }

    /** Another town's word has protected somebody here: the officers look whether it is the right one. The mail names nobody. */
    void tellProtected(UUID notice) {
        section.protectionOfficers().forEach(person -> organization.findMailOf(person)
                .ifPresent(mail -> notifications.order(new OrderNotice("move-notice:" + notice + ":protected:" + person, null, mail, "ja", PROTECTED, Map.of(), null))));
    }

    /** The mail says that something waits, not what or how much; once a day, and again on another on which something loses its last reader. */
    private void tellNobodyReads() {
        var unread = "move-notice:unread:" + clock.today() + ":";
        section.everywhere(Role.OPERATOR, Role.PERSONNEL, Role.RECORDS_MANAGER).forEach(person -> organization.findMailOf(person)
                .ifPresent(mail -> notifications.order(new OrderNotice(unread + person, null, mail, "ja", UNREAD, Map.of(), null))));
    }
}
