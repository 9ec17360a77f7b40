package jp.yakuba.relocation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
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

/** Closes letters that tell where somebody went whom this town protects: protection officers read them, and nobody else. */
@ApplicationScoped
public class ClosedLetters {
    private static final String UNREAD = "move-notice-unread";

    @Inject
    private NoticeStore store;

    @Inject
    private MoveOutDesk ledger;

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
                || store.listCorrecting(peer, said.id()).stream().anyMatch(one -> one.isShielded() || one.isClosed()));
    }

    /** Marks a notice whose letter was closed when it was entered. */
    void entered(ReceivedNotice notice) {
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
        var corrected = new HashSet<UUID>();
        for (var next = said.corrects(); next != null && corrected.add(next);) {
            next = store.findOf(peer, next).map(ReceivedNotice::corrects).orElse(null);
        }
        for (var open : store.listOpenAddresses(peer)) {
            if (corrected.contains(open.notice()) || open.said().tellsOfOneOf(said)) {
                store.lock(open.id()).ifPresent(this::close);
            }
        }
    }

    /** Closes it with every letter that brought it. */
    void close(ReceivedNotice notice) {
        var officers = section.protectionOfficers();
        store.recordsOf(notice).forEach(record -> records.closeTo(record, officers));
        entered(notice);
        audit.changed(new AuditNote("relocation.close-letter", null, "move-notice", notice.id().toString(), null));
    }

    /** Lets the protection officers read what waited for the first of them; nothing happens while there is none. */
    void findReaders(ReceivedNotice notice) {
        var officers = section.protectionOfficers();
        if (!officers.isEmpty()) {
            store.recordsOf(notice).forEach(record -> records.closeTo(record, officers));
            notice.foundReaders();
        }
    }

    /** The mail says that something waits, not what. */
    private void tellNobodyReads(UUID notice) {
        section.everywhere(Role.OPERATOR, Role.PERSONNEL, Role.RECORDS_MANAGER).forEach(person -> organization.findMailOf(person)
                .ifPresent(mail -> notifications.order(new OrderNotice("move-notice:" + notice + ":unread:" + person, null, mail, "ja", UNREAD, Map.of(), null))));
    }
}
