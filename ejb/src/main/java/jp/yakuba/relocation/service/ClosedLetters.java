package jp.yakuba.relocation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.kernel.Role;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.ReceivedNotice;
import jp.yakuba.relocation.store.NoticeStore;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.ProtectionBegan;
import jp.yakuba.resident.api.ShieldDesk;

/** Closes letters that tell where somebody went whom this town protects: protection officers read them, and nobody else. */
@ApplicationScoped
public class ClosedLetters {
    private static final String UNREAD = "move-notice-unread";
    private static final String PROTECTED = "move-notice-protected";

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
            tellNobodyReads(notice.id());
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
        store.takeTurnsWithProtection();
        var told = new TreeSet<UUID>();
        protection.shielded().forEach(one -> told.addAll(store.listOpenLike(one.nameKey(), one.birthDate())));
        told.addAll(listAtShielded());
        told.forEach(id -> store.lock(id).ifPresent(this::closeOpen));
        closeSent(protection.movesIn());
    }

    private List<UUID> listAtShielded() {
        var open = store.listOpenAddresses();
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
                    tellNobodyReads(id);
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

    /** Closes it with every letter that brought it. */
    void close(ReceivedNotice notice) {
        var officers = section.protectionOfficers();
        store.recordsOf(notice).forEach(record -> records.closeTo(record, officers));
        shut(notice);
        audit.changed(new AuditNote("relocation.close-letter", null, "move-notice", notice.id().toString(), null));
    }

    /** Records that others read than those who hold the office today: protection officers what is closed, registrars what was told. */
    List<UUID> listMisread() {
        var watched = store.listWatched();
        var officers = section.protectionOfficers();
        var registrars = section.registrars();
        var readers = records.listNamedReaders(watched.stream().map(NoticeStore.Watched::recordId).toList());
        return watched.stream().filter(one -> readers.containsKey(one.recordId()) && !readers.get(one.recordId()).equals(one.closed() ? officers : registrars))
                .map(NoticeStore.Watched::recordId).toList();
    }

    /** Leaves the record to those who hold the office today; what nobody read is read from now on, and what nobody reads any more is told. */
    void nameReaders(UUID record) {
        store.takeTurnsWithProtection();
        var brought = store.findBroughtBy(record).flatMap(store::lock);
        brought.filter(ReceivedNotice::isClosed).ifPresent(notice -> {
            records.closeTo(record, section.protectionOfficers());
            shut(notice);
        });
        if (brought.isEmpty()) {
            store.findSentBy(record).ifPresent(sent -> records.closeTo(record, sent.isClosed() ? section.protectionOfficers() : section.registrars()));
        }
    }

    /** Another town's word has protected somebody here: the officers look whether it is the right one. The mail names nobody. */
    void tellProtected(UUID notice) {
        section.protectionOfficers().forEach(person -> organization.findMailOf(person)
                .ifPresent(mail -> notifications.order(new OrderNotice("move-notice:" + notice + ":protected:" + person, null, mail, "ja", PROTECTED, Map.of(), null))));
    }

    /** The mail says that something waits, not what. */
    private void tellNobodyReads(UUID notice) {
        section.everywhere(Role.OPERATOR, Role.PERSONNEL, Role.RECORDS_MANAGER).forEach(person -> organization.findMailOf(person)
                .ifPresent(mail -> notifications.order(new OrderNotice("move-notice:" + notice + ":unread:" + person, null, mail, "ja", UNREAD, Map.of(), null))));
    }
}
