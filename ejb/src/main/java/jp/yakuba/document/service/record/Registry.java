package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.DOSSIER_CLOSED;
import static jp.yakuba.document.api.DocumentProblem.DOSSIER_OF_OTHERS;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.AttachedFile;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.OutgoingNumber;
import jp.yakuba.document.model.RecordEntry;
import jp.yakuba.document.model.RecordNumber;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.history.Payload;
import jp.yakuba.document.model.record.Filing;
import jp.yakuba.document.model.record.RecordLife;
import jp.yakuba.document.service.LetterSeries;
import jp.yakuba.document.service.SectionKin;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/**
 * Enters records: in one deed each gets its number, its life, its place in the filing plan and the first step of its history.
 * A plan without a fitting file holds nothing up; the record then waits among those without a file.
 */
@ApplicationScoped
public class Registry {
    @Inject
    private RecordStore records;

    @Inject
    private LifeStore lives;

    @Inject
    private FilingPlanStore plan;

    @Inject
    private RecordHistory history;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private SectionKin kin;

    @Inject
    private LetterSeries series;

    @Inject
    private OfficeClock clock;

    /**
     * Where a new record belongs.
     *
     * @param section section in whose register it gets its number
     * @param matter by which the plan chooses its file; null if unknown
     * @param dossierId the file itself, if somebody has chosen; null to let the plan choose
     * @param confidential read by named readers only
     */
    public record Belonging(String section, String matter, UUID dossierId, boolean confidential) {
        /** As the plan says for the matter. */
        public static Belonging ofMatter(String section, String matter) {
            return new Belonging(section, matter, null, false);
        }

        private Belonging in(String other) {
            return new Belonging(other, matter, dossierId, confidential);
        }
    }

    /** The record that the cause has already; empty if it has none. */
    public Optional<NumberedRecord> find(Direction direction, String causeType, UUID causeId) {
        return records.findByCause(direction, causeType, causeId);
    }

    /**
     * Enters what is described, as a step of the given kind, with the section that has the affairs today. The number is taken late,
     * for its series waits for the deed's end.
     */
    public NumberedRecord enter(Direction direction, RecordEntry entry, Belonging wanted, RecordEventKind kind) {
        var belonging = wanted.in(kin.present(wanted.section()).code());
        var dossier = dossierFor(belonging, entry.inReplyTo());
        var at = clock.now();
        return enter(NumberedRecord.entered(entry, nextNumber(direction, belonging.section()), at), belonging, dossier, kind);
    }

    /** Enters what goes out under its number, as sent (施行). */
    public NumberedRecord enterOutgoing(OutgoingNumber number, RecordEntry entry, Belonging wanted) {
        var belonging = wanted.in(kin.present(wanted.section()).code());
        return enter(NumberedRecord.sent(entry, number, clock.now()), belonging, dossierFor(belonging, entry.inReplyTo()),
                RecordEventKind.DISPATCHED);
    }

    private NumberedRecord enter(NumberedRecord record, Belonging belonging, Optional<UUID> dossier, RecordEventKind kind) {
        var at = clock.now();
        var life = RecordLife.of(record.id(), belonging.section(), belonging.confidential());
        if (record.direction() == Direction.OUT) {
            life.complete(clock.today()); // what is sent out is done with
        }
        records.add(record);
        lives.add(life);
        dossier.ifPresent(place -> lives.add(Filing.first(record.id(), place, at)));
        history.begin(record.id(), kind, payload(record, dossier.orElse(null)));
        return record;
    }

    private static Payload payload(NumberedRecord record, UUID dossier) {
        var facts = new TreeMap<String, Object>(Map.of(
                "number", record.number(), "section", record.section(), Proof.ENTRY, record.digest(),
                Proof.FILES, record.files().stream().map(AttachedFile::sha256).toList()));
        if (dossier != null) {
            facts.put("dossier", dossier);
        }
        return Payload.of(facts);
    }

    /** The file chosen, else that of the record answered if it is open and of the section, else the one the plan names. */
    private Optional<UUID> dossierFor(Belonging belonging, UUID answered) {
        if (belonging.dossierId() != null) {
            return Optional.of(openDossier(belonging.dossierId(), belonging.section()).id());
        }
        int year = FiscalYear.of(clock.today()).year();
        return Optional.ofNullable(answered)
                .flatMap(lives::findFiling)
                .flatMap(filing -> plan.find(filing.dossierId()))
                .filter(dossier -> dossier.isOpen() && kin.isSame(dossier.section(), belonging.section()))
                .map(Dossier::id)
                .or(() -> findFor(belonging.section(), year, belonging.matter() == null ? "*" : belonging.matter()));
    }

    /** The file that the plan names; until the next year a new section goes on with the plans of those it took over from. */
    private Optional<UUID> findFor(String section, int year, String matter) {
        return plan.findFor(kin.withAncestors(section), year, matter);
    }

    /** A file of the section that takes records in. */
    public Dossier openDossier(UUID dossierId, String section) {
        var dossier = plan.find(dossierId).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
        if (!kin.isSame(dossier.section(), section)) {
            throw new RuleViolation(DOSSIER_OF_OTHERS, dossier.facts().code());
        }
        if (!dossier.isOpen()) {
            throw new RuleViolation(DOSSIER_CLOSED, dossier.facts().code());
        }
        return dossier;
    }

    private RecordNumber nextNumber(Direction direction, String section) {
        var today = clock.today();
        var letter = kin.present(section).letter();
        var town = organization.town().letter();
        var letters = letter.startsWith(town) ? letter : town + letter;
        int year = RecordNumber.fiscalYearOf(today);
        return new RecordNumber(direction, section, letters, year, series.next(direction, section, year));
    }
}
