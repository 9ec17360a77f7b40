package jp.yakuba.document.service.drafting;

import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.document.api.DocumentProblem.NOT_YOUR_SECTION;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_STAFF;
import static jp.yakuba.document.api.DocumentProblem.TOO_MANY_FILES;
import static jp.yakuba.document.api.DocumentProblem.WORDS_BOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.DocumentExchange;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.document.model.drafting.DraftFile;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.RichText;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.model.history.Payload;
import jp.yakuba.document.model.receipt.StagedFile;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.receipt.Staging;
import jp.yakuba.document.service.record.Registry;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Begins drafts and writes their versions. */
@ApplicationScoped
public class DraftWriting {
    @Inject
    private DraftingStore store;

    @Inject
    private DraftBook book;

    @Inject
    private DraftOrigins origins;

    @Inject
    private ShieldedDrafts shielded;

    @Inject
    private Staging staging;

    @Inject
    private Registry registry;

    @Inject
    private RecordHistory history;

    @Inject
    private DocumentExchange exchange;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OwnReach reach;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Begins one; the same form again gives the same draft. */
    UUID begin(BeginDraft command) {
        if (store.find(command.once()).isPresent()) {
            return book.ofWriter(command.once(), "document.draft-begin").id();
        }
        if (!reach.sections().contains(command.section())) {
            throw book.refused(command.once(), NOT_YOUR_SECTION, "document.draft-begin");
        }
        var beginning = origins.of(command);
        var now = clock.now();
        var draft = WorkingDraft.begun(command.once(), new WorkingDraft.Place(command.section(), command.template(), command.amends(),
                command.confidential() || beginning.confidential()), beginning.origins(), actor.get(), now);
        var first = DraftVersion.written(draft.id(), 1, beginning.words(), actor.get(), now);
        draft.wrote(first, now);
        store.add(draft);
        store.write();
        store.add(first);
        history.begin(draft.id(), RecordEventKind.DRAFTED, payload(first, draft));
        book.changed("document.draft-begin", draft.id(), command.template());
        return draft.id();
    }

    private static Payload payload(DraftVersion first, WorkingDraft draft) {
        var facts = new TreeMap<String, Object>(Map.of("version", 1, "content", first.sha256(), "section", draft.section()));
        draft.origins().forEach(origin -> facts.put("origin-" + origin.kind().toLowerCase(Locale.ROOT), origin.targetId()));
        return Payload.of(facts);
    }

    /** The next version as the command says; null if nothing is another than before. */
    DraftVersion next(WorkingDraft draft, WriteDraft command) {
        if (command.facts().dossierId() != null) {
            registry.openDossier(command.facts().dossierId(), draft.section());
        }
        var before = book.latest(draft);
        var text = command.rich() ? RichText.ofEditor(command.text()) : RichText.ofPlain(command.text());
        var words = new DraftVersion.Words(command.title().strip(), command.ask().strip(), text, command.facts(), files(command, before));
        shielded.requireNothingLost(before, words);
        requireFree(draft, before, words);
        var next = DraftVersion.written(draft.id(), draft.latest() + 1, words, actor.get(), clock.now());
        return next.sha256().equals(before.sha256()) ? null : next;
    }

    /** Title and text say what a part for programs beside the draft says: they are changed where that part is made. */
    private void requireFree(WorkingDraft draft, DraftVersion before, DraftVersion.Words words) {
        boolean same = before.title().equals(words.title()) && before.text().plain().equals(words.text().plain());
        if (!same && exchange.isBound(draft.id())) {
            throw new RuleViolation(WORDS_BOUND);
        }
    }

    private List<DraftFile> files(WriteDraft command, DraftVersion before) {
        var files = new ArrayList<>(before.files().stream().filter(file -> command.kept().contains(file.sha256())).toList());
        staging.get(command.staged()).stream().map(StagedFile::file)
                .forEach(file -> files.add(new DraftFile(file.sha256(), file.name(), file.mediaType(), file.size())));
        if (files.size() > ReceiptDesk.MOST_FILES) {
            throw new RuleViolation(TOO_MANY_FILES, ReceiptDesk.MOST_FILES);
        }
        return files;
    }

    /** Makes it the latest version of the locked draft. */
    void take(WorkingDraft draft, DraftVersion next, List<UUID> staged) {
        draft.wrote(next, clock.now());
        store.add(next);
        staging.remove(staging.get(staged));
        history.note(draft.id(), RecordEventKind.REVISED, Map.of("version", next.number(), "content", next.sha256()));
        book.changed("document.draft-write", draft.id(), "version " + next.number());
    }

    /** Writes the next version while it is on no route. */
    void write(WriteDraft command) {
        var draft = book.lock(command.draftId(), command.version(), "document.draft-write");
        if (draft.state() != DraftState.DRAFTING) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        var next = next(draft, command);
        if (next != null) {
            take(draft, next, command.staged());
        }
    }

    /** Lets a member of staff write too. */
    void invite(UUID id, long version, String number) {
        var draft = book.lock(id, version, "document.draft-invite");
        var staff = organization.findStaffByNumber(number == null ? "" : number.strip(), clock.today())
                .orElseThrow(() -> new RuleViolation(NO_SUCH_STAFF));
        if (draft.invite(staff.id(), staff.name(), clock.now())) {
            history.note(id, RecordEventKind.NOTED, Map.of("drafter", staff.name()));
            book.changed("document.draft-invite", id, staff.id().toString());
        }
    }
}
