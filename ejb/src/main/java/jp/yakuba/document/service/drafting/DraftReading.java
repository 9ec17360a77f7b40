package jp.yakuba.document.service.drafting;

import static jp.yakuba.document.api.DocumentProblem.CONVERSION_FAILED;
import static jp.yakuba.document.api.DocumentProblem.CONVERTER_MISSING;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_FILE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.document.api.DocumentExchange;
import jp.yakuba.document.api.DraftDifference;
import jp.yakuba.document.api.DraftFilter;
import jp.yakuba.document.api.DraftLine;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.gateway.OfficeConverter;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.drafting.DraftFile;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;

/** Shows drafts: the sheet, differences, paper and attachments. */
@ApplicationScoped
public class DraftReading {
    private static final String OFFICE = ".*(officedocument|opendocument|msword|ms-excel|ms-powerpoint).*";

    @Inject
    private DraftingStore store;

    @Inject
    private DraftBook book;

    @Inject
    private DraftReaders readers;

    @Inject
    private ShieldedDrafts shielded;

    @Inject
    private DraftComparison comparison;

    @Inject
    private DraftRoute route;

    @Inject
    private DraftPress press;

    @Inject
    private RecordStore records;

    @Inject
    private FilingDesk filing;

    @Inject
    private FileDesk files;

    @Inject
    private RecordHistory history;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private DocumentExchange exchange;

    @Inject
    private OfficeConverter converter;

    @Inject
    private OwnRecords own;

    @Inject
    private OwnReach reach;

    @Inject
    private CurrentActor actor;

    Page<DraftLine> list(DraftFilter filter, PageRequest page) {
        var found = store.list(filter, own.reader(), page);
        book.lookedAtAll(found.rows().stream().map(DraftLine::id).toList());
        return shielded.lines(found);
    }

    DraftSheet sheet(UUID id) {
        var draft = book.get(id, "document.draft-view");
        book.looked("document.draft-view", id, "version " + draft.latest());
        var latest = book.latest(draft);
        var said = shielded.words(latest);
        var facts = said.facts();
        var number = draft.recordId() == null ? null : records.find(draft.recordId()).map(NumberedRecord::number).orElse(null);
        return shielded.sheet(new DraftSheet(id, draft.version(), draft.section(), draft.state(), readers.isClosed(draft), said.view(), facts,
                facts.dossierId() == null ? null : filing.get(facts.dossierId()), files(said.files()),
                store.listVersions(id), draft.drafters(), draft.origins(),
                store.listAmending(id, own.reader()), proposal(draft), draft.recordId(), number, DraftRoute.missing(latest),
                history.of(id), rights(draft)));
    }

    /** Its latest proposal; null for whoever reads the draft and is not concerned by its route, for the route would not open. */
    private UUID proposal(WorkingDraft draft) {
        return draft.proposalId() != null && approval.concerns(DraftBook.SUBJECT, draft.id()) ? draft.proposalId() : null;
    }

    private DraftSheet.Rights rights(WorkingDraft draft) {
        boolean writer = draft.isDrafter(actor.get().id());
        boolean answer = writer && draft.state() == DraftState.PROPOSED
                && route.mayAnswer(approval.findBySubject(DraftBook.SUBJECT, draft.id()));
        return new DraftSheet.Rights(writer && draft.state() == DraftState.DRAFTING, answer,
                draft.state() == DraftState.DECIDED && !book.isGone(draft) && reach.sections().contains(draft.section()), exchange.isBound(draft.id()));
    }

    private static List<DraftSheet.File> files(List<DraftFile> files) {
        return IntStream.range(0, files.size()).mapToObj(at -> view(at, files.get(at))).toList();
    }

    private static DraftSheet.File view(int position, DraftFile file) {
        return new DraftSheet.File(position, file.name(), file.mediaType(), file.size(), file.sha256(), file.mediaType().matches(OFFICE));
    }

    DraftDifference compare(UUID id, int from, int to) {
        var draft = book.get(id, "document.draft-compare");
        book.looked("document.draft-compare", id, from + "-" + to);
        var before = shielded.words(book.version(draft, from));
        var after = shielded.words(book.version(draft, to));
        return new DraftDifference(from, to, comparison.of(before, after));
    }

    /** The sheet as it was decided, or as it stands. */
    void print(UUID id, OutputStream out) {
        var draft = book.get(id, "document.draft-print");
        book.looked("document.draft-print", id, null);
        if (draft.recordId() == null) {
            var latest = book.latest(draft);
            press.print(draft, latest, shielded.words(latest), out);
            return;
        }
        var sheet = records.find(draft.recordId()).flatMap(record -> record.files().stream().findFirst())
                .orElseThrow(() -> new RuleViolation(NO_SUCH_FILE)); // gone with the record
        try (var kept = files.open(sheet.sha256())) {
            kept.transferTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    InputStream open(UUID id, int position) {
        return files.open(file(id, position).sha256());
    }

    /** Shows the file as PDF; the program may take a minute and a half, and no transaction waits for it. */
    void view(DraftFile file, OutputStream out) {
        if (!converter.isOn()) {
            throw new RuleViolation(CONVERTER_MISSING);
        }
        try (var bytes = files.open(file.sha256())) {
            converter.toPdf(bytes, file.name().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT), out);
        } catch (IOException unreadable) {
            throw new RuleViolation(CONVERSION_FAILED, file.name());
        }
    }

    /** The attachment of the latest version at the position. */
    @Transactional
    public DraftFile file(UUID id, int position) {
        var all = book.latest(book.get(id, "document.draft-open-file")).files();
        if (position < 0 || position >= all.size()) {
            throw new RuleViolation(NO_SUCH_FILE);
        }
        book.looked("document.draft-open-file", id, "#" + position);
        return all.get(position);
    }
}
