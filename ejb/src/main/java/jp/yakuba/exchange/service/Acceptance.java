package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.LetterChannel;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.exchange.api.ServiceLetterArrived;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.service.container.Checked;
import jp.yakuba.exchange.store.AnswerStore;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.exchange.store.PeerStore.Use;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;

/** Enters a message that was found good: files, record, container and receipt in one deed, or nothing at all. */
@ApplicationScoped
public class Acceptance {
    private static final String SECTION = "exchange.section";
    private static final String USUAL_SECTION = "general";

    @Inject
    private ArrivalStore store;

    @Inject
    private ParcelStore parcels;

    @Inject
    private PeerStore peers;

    @Inject
    private AnswerStore earlier;

    @Inject
    private FileDesk files;

    @Inject
    private ReceiptDesk receipts;

    @Inject
    private DocumentDesk records;

    @Inject
    private Answers answers;

    @Inject
    private ServiceGate gate;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private Event<ServiceLetterArrived> arrived;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** Its office was suspended while it was entered: nothing of that stays. */
    static final class NotServed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Enters it, unless somebody else did meanwhile. A refusal that was given before stays in the book of earlier answers.
     *
     * @throws NotServed if its office is not served any more
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void accept(ArrivalKey key, Path container, Checked checked, byte[] service) throws IOException {
        var arrival = store.lock(key).filter(found -> found.state() == ArrivalState.STORED).orElse(null);
        if (arrival == null) {
            return;
        }
        if (!peers.isServed(key.peer())) {
            throw new NotServed(); // not a long work for nothing
        }
        var head = checked.head();
        var kept = keep(checked);
        try (var bytes = Files.newInputStream(container)) { // what takes long comes before whatever others wait for
            files.keepSealed(useOf(key), bytes, key.id() + ".asice", arrival.bytes());
        }
        var record = enter(key, head, kept, gate.homeOf(key.peer(), head, service));
        if (!peers.holdServed(key.peer())) { // all that takes long is done: whoever suspends it now waits for the signature alone
            throw new NotServed();
        }
        var now = clock.now();
        if (arrival.isAnswered()) {
            earlier.keep(new AnswerStore.Earlier(key.peer(), key.id(), true, arrival.judgedAt(), arrival.fault(), arrival.answer()));
        }
        arrival.accept(head, record.id(), checked.report(), answers.receipt(arrival, record.number()), now);
        store.dropPieces(key);
        peers.note(new Use(now, key.peer(), true, arrival.service(), "judge", key.id(), "ACCEPTED", arrival.bytes()));
        if (service != null) {
            arrived.fire(letter(arrival, head, record, service));
        }
        audit.changed(new AuditNote("exchange.accept", null, "record", record.id().toString(), key.peer() + " " + head.number()));
    }

    /** The use under which the container of an arrival is kept; message ids are unique for each sender only. */
    static UUID useOf(ArrivalKey key) {
        return UUID.nameUUIDFromBytes(("exchange:" + key.peer() + ":" + key.id()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static ServiceLetterArrived letter(Arrival arrival, LetterHead head, RecordView record, byte[] service) {
        var key = arrival.key();
        return new ServiceLetterArrived(new ServiceLetterArrived.Line(key.peer(), head.sender().name(), head.sender().section(), key.id(),
                head.conversationId(), head.replyTo()), record.id(), record.section(), head.number(), head.title(), head.date(), head.deadline(),
                arrival.storedAt(), head.service(), head.serviceVersion(), service);
    }

    private List<StoredFile> keep(Checked checked) throws IOException {
        var kept = new ArrayList<StoredFile>();
        for (var part : checked.head().parts()) {
            if (part.role() == LetterPart.Role.SERVICE) {
                continue; // its domain keeps what programs read; people have the document, and the container has both
            }
            try (var content = checked.open(part)) {
                kept.add(files.keep(content, part.displayName(), part.size()));
            }
        }
        return kept;
    }

    private RecordView enter(ArrivalKey key, LetterHead head, List<StoredFile> kept, Optional<OfferedService.Home> home) {
        var section = home.map(OfferedService.Home::section).orElseGet(() -> sectionFor(head.recipient().section(), head.replyTo()));
        var readers = home.map(OfferedService.Home::readers).filter(named -> !named.isEmpty())
                .orElseGet(() -> home.isEmpty() && head.mark() == LetterMark.ORDINARY ? Set.of() : officersOf(section));
        var record = receipts.receiveFromExchange(new ReceiveLetter(useOf(key), section, LetterChannel.EXCHANGE, head.title(), senderOf(head),
                head.number(), head.date(), clock.now(), noteOf(head), null, null, readers, true), kept);
        home.filter(OfferedService.Home::closed).ifPresent(closed -> records.closeTo(record.id(), closed.readers()));
        return record;
    }

    private static String senderOf(LetterHead head) {
        var section = head.sender().section();
        return section == null ? head.sender().name() : head.sender().name() + "　" + section;
    }

    private static String noteOf(LetterHead head) {
        var parts = new ArrayList<String>();
        if (head.mark() == LetterMark.PERSONAL) {
            parts.add("親展" + (head.recipient().section() == null ? "" : "（" + head.recipient().section() + "）"));
        } else if (head.recipient().section() != null) {
            parts.add("宛先 " + head.recipient().section());
        }
        if (head.deadline() != null) {
            parts.add("回答期限 " + new EraDate(head.deadline()));
        }
        return parts.isEmpty() ? null : String.join("、", parts);
    }

    /**
     * The section that the head names if there is one of that name; else, of a reply, the one that wrote; else the one that takes letters from
     * offices.
     */
    private String sectionFor(String named, UUID replyTo) {
        var today = clock.today();
        var sections = organization.listSections(today);
        var wrote = replyTo == null ? null : parcels.find(replyTo).map(Parcel::section).orElse(null);
        return sections.stream().filter(section -> section.name().equals(named)).map(SectionView::code).findFirst()
                .or(() -> sections.stream().map(SectionView::code).filter(code -> code.equals(wrote)).findFirst())
                .orElseGet(() -> organization.findSetting(SECTION, today).orElse(USUAL_SECTION));
    }

    /** Those who keep the section's records; where nobody does, everybody there, for somebody must be able to open it. */
    private Set<UUID> officersOf(String section) {
        var today = clock.today();
        var staff = organization.listStaffOf(section, today);
        var officers = new HashSet<UUID>();
        staff.stream().map(StaffView::id)
                .filter(id -> organization.listRolesOf(id, today).stream().anyMatch(Set.of(Role.RECORDS_OFFICER, Role.RECORDS_MANAGER)::contains))
                .forEach(officers::add);
        if (officers.isEmpty()) {
            staff.stream().map(StaffView::id).forEach(officers::add);
        }
        return officers;
    }
}
