package jp.yakuba.document.service.dispatch;

import static jp.yakuba.document.api.DocumentProblem.ADDRESS_IN_TEXT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DocumentExchange;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.LeavingLetter;
import jp.yakuba.document.api.LetterMark;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.SendByRule;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.model.AttachedFile;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.RecordEntry;
import jp.yakuba.document.model.dispatch.Addressee;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.RichText;
import jp.yakuba.document.model.record.NamedReader;
import jp.yakuba.document.service.record.Registry;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.resident.api.ShieldDesk;

/** Sends what a rule orders, in the deed that made it due: number, fair copy, record, readers and message, or nothing at all. */
@ApplicationScoped
public class RuleNotices {
    private static final String CAUSE = "rule-notice";

    @Inject
    private Registry registry;

    @Inject
    private LifeStore lives;

    @Inject
    private Numbering numbering;

    @Inject
    private CopyPress press;

    @Inject
    private FileDesk files;

    @Inject
    private DocumentExchange exchange;

    @Inject
    private ShieldDesk shield;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** Sends it, unless it was sent. */
    RecordView send(SendByRule notice) {
        return registry.find(Direction.OUT, CAUSE, notice.once()).map(NumberedRecord::view).orElseGet(() -> leave(notice));
    }

    private RecordView leave(SendByRule notice) {
        requireTellable(notice);
        var number = numbering.next(NumberSeries.LETTER, notice.section());
        var copy = copy(notice, number.words());
        var record = registry.enterOutgoing(number,
                new RecordEntry(CAUSE, notice.once(), null, notice.title(), notice.officeName(), null, List.of(new AttachedFile(copy.sha256(), copy.name()))),
                new Registry.Belonging(notice.section(), notice.matter(), null, true));
        lives.write(); // the record first, then what hangs on it
        nameReaders(notice, record.id());
        exchange.send(new LeavingLetter(notice.once(), record.id(), notice.once(), notice.causeId(), notice.office(), null, LetterMark.CONFIDENTIAL, null,
                record.section(), record.number(), clock.today(), notice.title(), List.of(new LeavingLetter.Part(copy.sha256(), record.number() + ".pdf"))));
        audit.changed(new AuditNote("document.send-by-rule", null, "record", record.id().toString(), record.number() + " " + notice.rule()));
        return record.view();
    }

    /**
     * No rule lets a protected address out; whoever writes the notice leaves it away, or the deed does not stand. What the other office knows is no
     * news to it: a mask in its place would tell that an address like it is protected here, and a refusal would stop what the law orders. Of another
     * room at a protected one's lot whoever writes has asked the ledger, which knows more than words say.
     */
    private void requireTellable(SendByRule notice) {
        var news = notice.text();
        for (var known : notice.cleared().stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
            news = news.replace(known, "\n");
        }
        var texts = List.of(notice.title(), news);
        if (!shield.hideFromAll(texts).equals(texts)) {
            throw new RuleViolation(ADDRESS_IN_TEXT);
        }
    }

    private StoredFile copy(SendByRule notice, String number) {
        var out = new ByteArrayOutputStream();
        var facts = new DraftFacts(notice.matter(), 0, null, null, Disclosure.CLOSED, null, null, DispatchIntent.LETTER, SealUse.OMITTED);
        var to = new Addressee(DispatchChannel.EXCHANGE, notice.officeName(), "御中", null, null, "ja", null, null, null, null);
        press.print(new DraftVersion.Words(notice.title(), "", RichText.ofPlain(notice.text()), facts, List.of()), notice.section(), number, to, out);
        return files.keepOwn(new ByteArrayInputStream(out.toByteArray()), number + ".pdf", ReceiptDesk.LARGEST_BYTES);
    }

    private void nameReaders(SendByRule notice, UUID record) {
        var today = clock.today();
        notice.readers().forEach(id -> organization.findStaff(id, today)
                .ifPresent(one -> lives.add(NamedReader.of(record, id, one.name(), clock.now()))));
    }
}
