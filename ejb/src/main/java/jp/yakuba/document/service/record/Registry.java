package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.DOSSIER_CLOSED;
import static jp.yakuba.document.api.DocumentProblem.DOSSIER_OF_OTHERS;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_SECTION;

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
    }

    /** The record that the cause has already; empty if it has none. */
    public Optional<NumberedRecord> find(Direction direction, String causeType, UUID causeId) {
        return records.findByCause(direction, causeType, causeId);
    }

    /** Enters what is described, as a step of the given kind. The number is taken late, for its series waits for the deed's end. */
    public NumberedRecord enter(Direction direction, RecordEntry entry, Belonging belonging, RecordEventKind kind) {
        var dossier = dossierFor(belonging, entry.inReplyTo());
        var at = clock.now();
        return enter(NumberedRecord.entered(entry, nextNumber(direction, belonging.section()), at), belonging, dossier, kind);
    }

    /** Enters what goes out under its number, as sent (施行). */
    public NumberedRecord enterOutgoing(OutgoingNumber number, RecordEntry entry, Belonging belonging) {
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
                .filter(dossier -> dossier.isOpen() && dossier.section().equals(belonging.section()))
                .map(Dossier::id)
                .or(() -> plan.findFor(belonging.section(), year, belonging.matter() == null ? "*" : belonging.matter()));
    }

    /** A file of the section that takes records in. */
    public Dossier openDossier(UUID dossierId, String section) {
        var dossier = plan.find(dossierId).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
        if (!dossier.section().equals(section)) {
            throw new RuleViolation(DOSSIER_OF_OTHERS, dossier.facts().code());
        }
        if (!dossier.isOpen()) {
            throw new RuleViolation(DOSSIER_CLOSED, dossier.facts().code());
        }
        return dossier;
    }

    private RecordNumber nextNumber(Direction direction, String section) {
        var today = clock.today();
        var letter = organization.findSection(section, today)
                .orElseThrow(() -> new RuleViolation(NO_SUCH_SECTION, section))
                .letter();
        var town = organization.town().letter();
        var letters = letter.startsWith(town) ? letter : town + letter;
        int year = RecordNumber.fiscalYearOf(today);
        return new RecordNumber(direction, section, letters, year, records.next(direction, section, year));
    }
}
