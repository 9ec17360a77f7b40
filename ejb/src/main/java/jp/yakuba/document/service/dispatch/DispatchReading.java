package jp.yakuba.document.service.dispatch;

import static jp.yakuba.document.api.DocumentProblem.ADDRESS_WITHHELD;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DELIVERY;
import static jp.yakuba.document.api.DocumentProblem.NOT_YOUR_SECTION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.PostingLine;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.dispatch.Delivery;
import jp.yakuba.document.model.dispatch.FairCopy;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.service.record.ShieldedRecords;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.dispatch.DispatchStore;
import jp.yakuba.document.store.dispatch.DispatchStore.Posted;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ShieldDesk;

/** Shows what was sent out: fair copies, labels, the posting list. Addresses of residents come from the ledger each time. */
@ApplicationScoped
public class DispatchReading {
    private static final String HONORIFIC = "様";

    @Inject
    private DispatchStore store;

    @Inject
    private RecordStore records;

    @Inject
    private Addressees addressees;

    @Inject
    private OwnRecords own;

    @Inject
    private OwnReach reach;

    @Inject
    private FileDesk files;

    @Inject
    private SignatureStore signatures;

    @Inject
    private RecordHistory history;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private ShieldedRecords shielded;

    @Inject
    private ShieldDesk shield;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** What a section sends by post on a day, as far as the ledger gives addresses to the actor. */
    List<PostingLine> posting(String section, LocalDate day) {
        if (!reach.reads(section)) {
            audit.refused(new AuditNote("document.posting-list", null, "section", section, NOT_YOUR_SECTION.code()));
            throw new RuleViolation(NOT_YOUR_SECTION);
        }
        audit.looked(new AuditNote("document.posting-list", null, "section", section, day.toString()));
        var from = day.atStartOfDay(OfficeClock.ZONE).toInstant();
        var all = store.listPosted(section, from, day.plusDays(1).atStartOfDay(OfficeClock.ZONE).toInstant());
        var readable = own.readable(all.stream().map(one -> one.record().id()).distinct().toList());
        var posted = all.stream().filter(one -> readable.contains(one.record().id())).toList(); // whoever posts a confidential one is its reader
        own.lookedAtAll(readable, "posting");
        return shielded.hidden(lines(posted), PostingLine::words, PostingLine::withWords);
    }

    /** Ledger and shield are asked once for all of them. */
    private List<PostingLine> lines(List<Posted> posted) {
        var persons = addressees.seen(posted.stream().map(one -> one.delivery().personId()).filter(Objects::nonNull).toList());
        var addresses = posted.stream().map(one -> one.delivery().address()).toList();
        var hidden = shield.hide(addresses).iterator();
        return posted.stream().map(one -> line(one, persons, hidden.next())).toList();
    }

    private static PostingLine line(Posted posted, Map<UUID, PersonView> persons, String read) {
        var delivery = posted.delivery();
        if (delivery.personId() == null) {
            return line(delivery, posted.record(), delivery.postalCode(), read == null || read.equals(delivery.address()) ? read : null);
        }
        var person = persons.get(delivery.personId());
        return line(delivery, posted.record(), person.postalCode(), person.address());
    }

    /** The address of a body outside; null if it is that of a protected person and was not released to the actor. */
    private String readable(String address) {
        return address == null || shield.hide(address).equals(address) ? address : null;
    }

    private static PostingLine line(Delivery delivery, NumberedRecord record, String postalCode, String address) {
        return new PostingLine(delivery.id(), record.id(), record.number(), record.title(), delivery.name(),
                address == null ? null : postalCode, address, address == null && !delivery.isGone(), delivery.orderedAt());
    }

    void printPosting(String section, LocalDate day, OutputStream out) {
        var name = organization.findEverKnown(section).map(SectionView::name).orElse(section);
        FairCopy.posting(organization.town().name(), name, day, posting(section, day), out);
    }

    void printLabel(UUID deliveryId, OutputStream out) {
        var delivery = readable(deliveryId);
        if (delivery.channel() != DispatchChannel.POST || delivery.isGone()) {
            throw new RuleViolation(NO_SUCH_DELIVERY);
        }
        if (delivery.personId() != null) {
            addressees.withAddress(delivery.personId());
        } else if (readable(delivery.address()) == null) {
            throw new RuleViolation(ADDRESS_WITHHELD, delivery.name());
        }
        var record = records.find(delivery.recordId()).orElseThrow(() -> new RuleViolation(NO_SUCH_DELIVERY));
        audit.looked(new AuditNote("document.label", delivery.personId(), "record", record.id().toString(), record.number()));
        FairCopy.label(lines(List.of(new Posted(delivery, record))).get(0), HONORIFIC, out);
    }

    InputStream openCopy(UUID deliveryId) {
        var delivery = readable(deliveryId);
        if (delivery.isGone()) {
            throw new RuleViolation(NO_SUCH_DELIVERY);
        }
        own.looked("document.copy", delivery.recordId(), deliveryId.toString());
        return files.open(signatures.latestOf(delivery.sha256()));
    }

    private Delivery readable(UUID deliveryId) {
        var delivery = store.find(deliveryId).orElseThrow(() -> new RuleViolation(NO_SUCH_DELIVERY));
        own.get(delivery.recordId());
        return delivery;
    }

    /** For the resident in whose inbox it lies; of another's there is nothing. */
    InputStream openMine(UUID deliveryId) {
        var mine = store.lock(deliveryId).filter(delivery -> delivery.accountId() != null && delivery.accountId().equals(actor.get().id()));
        if (mine.isEmpty()) {
            audit.refused(new AuditNote("document.letter-open", null, "delivery", AuditNote.words(deliveryId), NO_SUCH_DELIVERY.code()));
            throw new RuleViolation(NO_SUCH_DELIVERY);
        }
        var delivery = mine.get();
        if (delivery.open(clock.now())) {
            history.note(delivery.recordId(), RecordEventKind.DELIVERED, Map.of("delivery", delivery.id()));
        }
        audit.looked(new AuditNote("document.letter-open", delivery.personId(), "delivery", deliveryId.toString(), null));
        return files.open(signatures.latestOf(delivery.sha256()));
    }
}
