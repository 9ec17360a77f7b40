package jp.yakuba.document.service.drafting;

import static jp.yakuba.document.api.DocumentProblem.NOTHING_TO_AMEND;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_TEMPLATE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.model.drafting.WorkingDraft.Origin;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.SectionKin;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.RuleViolation;

/** What a draft begins with: a template filled from what caused it, or the words of an earlier draft. */
@ApplicationScoped
public class DraftOrigins {
    private static final int LONGEST_TITLE = 300;

    @Inject
    private DraftingStore store;

    @Inject
    private SectionKin kin;

    @Inject
    private DraftBook book;

    @Inject
    private OwnRecords own;

    @Inject
    private RecordStore records;

    @Inject
    private OwnReach reach;

    @Inject
    private DraftReaders readers;

    @Inject
    private LifeStore lives;

    @Inject
    private FilingPlanStore plan;

    /** What caused it, what it says at first, and whether what caused it is confidential. */
    record Beginning(List<Origin> origins, DraftVersion.Words words, boolean confidential) {}

    /** The beginning that the command asks for; what it names must be readable to the actor. */
    Beginning of(BeginDraft command) {
        if (command.amends() != null) {
            return amending(command.amends());
        }
        if (command.recordId() == null) {
            return new Beginning(List.of(), words(command, Map.of(), null), false);
        }
        var line = own.get(command.recordId());
        var earlier = store.findByRecord(line.id());
        return earlier.filter(one -> !book.isGone(one)).isPresent() ? like(earlier.get()) : causedBy(line, command);
    }

    private Beginning amending(UUID decided) {
        var draft = book.get(decided, "document.draft-amend");
        if (draft.state() != DraftState.DECIDED || book.isGone(draft)) {
            throw new RuleViolation(NOTHING_TO_AMEND);
        }
        return new Beginning(List.of(new Origin("AMENDED", decided, draft.title())), wordsOf(draft, "（変更）"), readers.isClosed(draft));
    }

    private Beginning like(WorkingDraft earlier) {
        return new Beginning(List.of(new Origin("DRAFT", earlier.id(), earlier.title())), wordsOf(earlier, ""), readers.isClosed(earlier));
    }

    private DraftVersion.Words wordsOf(WorkingDraft draft, String mark) {
        var latest = book.latest(draft);
        return new DraftVersion.Words(cut(latest.title() + mark), latest.ask(), latest.text(), latest.facts(), latest.files());
    }

    private Beginning causedBy(RecordLine line, BeginDraft command) {
        var origins = new ArrayList<>(List.of(new Origin("RECORD", line.id(), line.number() + " " + line.title())));
        records.find(line.id()).filter(record -> record.causeType().equals("application"))
                .ifPresent(record -> origins.add(new Origin("APPLICATION", record.causeId(), line.title())));
        var values = new TreeMap<>(Map.of("cause", line.title(),
                "cause.number", (line.senderNumber() == null ? line.number() : line.senderNumber()) + "　"));
        lives.findReceipt(line.id()).map(receipt -> receipt.view().senderDate())
                .ifPresent(date -> values.put("cause.date", new EraDate(date) + "付け"));
        return new Beginning(origins, words(command, values, dossierOf(line, command.section())), line.confidential());
    }

    private UUID dossierOf(RecordLine line, String section) {
        return line.dossierId() == null ? null : plan.find(line.dossierId())
                .filter(dossier -> dossier.isOpen() && kin.isSame(dossier.section(), section)).map(Dossier::id).orElse(null);
    }

    private DraftVersion.Words words(BeginDraft command, Map<String, String> cause, UUID dossier) {
        var template = store.findTemplate(command.template())
                .filter(one -> one.isOffered() && (one.section() == null || reach.sections().contains(one.section())))
                .orElseThrow(() -> new RuleViolation(NO_SUCH_TEMPLATE));
        return new DraftVersion.Words(cut(template.title(cause)), template.ask(), template.text(cause),
                new DraftFacts(null, 0, null, dossier, Disclosure.OPEN, null, null, template.dispatch(), template.seal()), List.of());
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }
}
