package jp.yakuba.document.service.dispatch;

import static jp.yakuba.document.api.DocumentProblem.ADDRESS_IN_TEXT;
import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.document.api.DocumentProblem.NOT_YOUR_SECTION;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DRAFT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DispatchSheet;
import jp.yakuba.document.api.DispatchView;
import jp.yakuba.document.api.DocumentExchange;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.LeavingLetter;
import jp.yakuba.document.api.LetterMark;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.model.AttachedFile;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.OutgoingNumber;
import jp.yakuba.document.model.RecordEntry;
import jp.yakuba.document.model.dispatch.Addressee;
import jp.yakuba.document.model.dispatch.Delivery;
import jp.yakuba.document.model.dispatch.Dispatch;
import jp.yakuba.document.model.dispatch.SealEntry;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.drafting.DraftBook;
import jp.yakuba.document.service.drafting.DraftReaders;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.record.Completion;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.service.record.Registry;
import jp.yakuba.document.service.record.ShieldedRecords;
import jp.yakuba.document.service.signing.OfficeSigning;
import jp.yakuba.document.store.dispatch.DispatchStore;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.resident.api.ShieldDesk;

/** Sends decided drafts out in one deed: number, fair copies, record, seal register, notices and histories, or nothing at all. */
@ApplicationScoped
public class Dispatching {
    @Inject
    private DraftBook book;

    @Inject
    private DraftingStore drafts;

    @Inject
    private DispatchStore store;

    @Inject
    private Registry registry;

    @Inject
    private DraftReaders readers;

    @Inject
    private Completion completion;

    @Inject
    private RecordHistory history;

    @Inject
    private Numbering numbering;

    @Inject
    private Addressees addressees;

    @Inject
    private CopyPress press;

    @Inject
    private DispatchNews news;

    @Inject
    private OfficeSigning signing;

    @Inject
    private ShieldedRecords shielded;

    @Inject
    private ShieldDesk shield;

    @Inject
    private OwnRecords own;

    @Inject
    private DocumentExchange exchange;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OwnReach reach;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** A decided draft of one of the actor's sections. */
    WorkingDraft decided(UUID id, String deed) {
        var draft = book.get(id, deed);
        if (!reach.sections().contains(draft.section())) {
            throw book.refused(id, NOT_YOUR_SECTION, deed);
        }
        if (draft.state() != DraftState.DECIDED || book.isGone(draft) || book.latest(draft).facts().dispatch() == DispatchIntent.NONE) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        return draft;
    }

    DispatchSheet sheet(UUID draftId) {
        var draft = decided(draftId, "document.dispatch-prepare");
        var latest = book.latest(draft);
        var sheet = new DispatchSheet(draftId, latest.title(), draft.section(), latest.facts().dispatch(), latest.facts().seal(),
                store.listOfDraft(draftId), numbering.open(draft.section()), exchange.listOffices());
        own.lookedAtAll(sheet.sent().stream().map(DispatchView::recordId).toList(), "dispatch");
        return shielded.hidden(List.of(sheet), DispatchSheet::words, DispatchSheet::withWords).get(0);
    }

    /** Sends it out; whoever sends the same form again waits here and finds what was sent. */
    RecordView send(SendOut command) {
        decided(command.draftId(), "document.dispatch-send");
        var draft = drafts.lock(command.draftId()).orElseThrow(() -> new RuleViolation(NO_SUCH_DRAFT));
        return registry.find(Direction.OUT, DispatchStore.CAUSE, command.once()).map(NumberedRecord::view).orElseGet(() -> send(command, draft));
    }

    private RecordView send(SendOut command, WorkingDraft draft) {
        var version = book.latest(draft);
        var to = command.recipients().stream().map(addressees::of).toList();
        requireTellable(version, to);
        var hand = signing.hand(to.stream().map(Addressee::channel).toList()); // before a number is taken: it may be refused
        var number = numbering.of(command, draft.section());
        var copies = to.stream().map(one -> press.keep(version, draft.section(), number.words(), one, hand)).toList();
        var record = enter(command, draft, version, number, to, copies);
        if (command.takenId() != null) {
            numbering.use(command.takenId(), record.id());
        }
        store.add(Dispatch.sent(record.id(), draft.id(), version.facts().seal(), actor.get(), clock.now()));
        store.write();
        deliver(draft, version, record, to, copies, hand);
        seal(record, version.facts().seal(), copies.size());
        tell(draft, record, to);
        return record.view();
    }

    /** A protected address in a text goes out by post alone, and only where it was released to whoever sends it. */
    private void requireTellable(DraftVersion version, List<Addressee> to) {
        to.stream().collect(Collectors.partitioningBy(one -> one.channel() == DispatchChannel.POST))
                .forEach((byPost, some) -> requireTellable(version, some, byPost ? shield::hide : shield::hideFromAll));
    }

    private void requireTellable(DraftVersion version, List<Addressee> to, UnaryOperator<List<String>> hidden) {
        if (to.isEmpty()) {
            return;
        }
        var texts = new ArrayList<>(version.words().texts());
        to.forEach(one -> texts.addAll(Arrays.asList(one.name(), one.address())));
        if (!hidden.apply(texts).equals(texts)) {
            throw book.refused(version.draftId(), ADDRESS_IN_TEXT, "document.dispatch-send");
        }
    }

    private NumberedRecord enter(
            SendOut command, WorkingDraft draft, DraftVersion version, OutgoingNumber number, List<Addressee> to, List<StoredFile> copies) {
        var files = new ArrayList<AttachedFile>();
        copies.forEach(copy -> files.add(new AttachedFile(copy.sha256(), copy.name())));
        version.files().forEach(file -> files.add(new AttachedFile(file.sha256(), file.name())));
        var party = to.get(0).name() + (to.size() == 1 ? "" : "　ほか" + (to.size() - 1) + "件");
        var record = registry.enterOutgoing(number,
                new RecordEntry(DispatchStore.CAUSE, command.once(), draft.recordId(), version.title(), party, null, files),
                new Registry.Belonging(draft.section(), version.facts().matter(), version.facts().dossierId(), readers.isClosed(draft)));
        readers.follow(draft, record.id());
        return record;
    }

    private void deliver(
            WorkingDraft draft, DraftVersion version, NumberedRecord record, List<Addressee> to, List<StoredFile> copies, OfficeSigning.CopyHand hand) {
        for (int position = 0; position < to.size(); position++) {
            var delivery = Delivery.ordered(record.id(), position, to.get(position), copies.get(position).sha256(), clock.now());
            store.add(delivery);
            if (signing.signed(record.id(), copies.get(position).sha256(), delivery.channel(), hand)) {
                continue; // its mail goes once a time stamp stands in it
            }
            if (delivery.channel() == DispatchChannel.EXCHANGE) {
                exchange.send(leaving(draft, version, record, delivery, to.get(position).office()));
            } else {
                news.order(delivery, record, to.get(position), copies.get(position));
            }
        }
    }

    private LeavingLetter leaving(
            WorkingDraft draft, DraftVersion version, NumberedRecord record, Delivery delivery, Addressee.Office office) {
        var parts = new ArrayList<LeavingLetter.Part>();
        parts.add(new LeavingLetter.Part(delivery.sha256(), record.number() + ".pdf"));
        version.files().forEach(file -> parts.add(new LeavingLetter.Part(file.sha256(), file.name())));
        boolean closed = readers.isClosed(draft) && office.mark() == LetterMark.ORDINARY; // what is confidential here is so there
        return new LeavingLetter(delivery.id(), record.id(), draft.id(), draft.causingRecord(), office.code(), office.section(),
                closed ? LetterMark.CONFIDENTIAL : office.mark(), office.deadline(), draft.section(), record.number(), clock.today(),
                record.title(), parts);
    }

    private void seal(NumberedRecord record, SealUse use, int copies) {
        if (use == SealUse.SEAL) {
            var seal = organization.town().headTitle() + "印";
            store.add(SealEntry.of(record, seal, copies, actor.get(), clock.now()));
            history.note(record.id(), RecordEventKind.SEALED, Map.of("seal", seal, "copies", copies));
        }
    }

    private void tell(WorkingDraft draft, NumberedRecord record, List<Addressee> to) {
        var facts = Map.of("number", record.number(), "record", record.id(),
                "ways", to.stream().map(one -> one.channel().name()).distinct().toList());
        history.note(draft.id(), RecordEventKind.DISPATCHED, facts);
        history.note(draft.recordId(), RecordEventKind.DISPATCHED, facts);
        completion.ofCause(draft.recordId());
        audit.changed(new AuditNote("document.dispatch-send", null, "record", record.id().toString(), record.number()));
        to.stream().filter(one -> one.personId() != null).forEach(one ->
                audit.changed(AuditNote.ofPerson("document.dispatch-send", one.personId(), record.number())));
    }
}
