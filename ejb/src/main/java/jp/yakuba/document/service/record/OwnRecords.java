package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.GONE_ALREADY;
import static jp.yakuba.document.api.DocumentProblem.NOT_YOUR_SECTION;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.record.RecordLife;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.document.store.record.RegisterStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/** Finds records for members of staff: what they may not read is not there for them, and asking for it is written down. */
@ApplicationScoped
public class OwnRecords {
    @Inject
    private RegisterStore register;

    @Inject
    private LifeStore lives;

    @Inject
    private FilingPlanStore plan;

    @Inject
    private OwnReach reach;

    @Inject
    private RecordPersons persons;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    /** The actor as one who reads. */
    public Reader reader() {
        return new Reader(actor.get().id(), reach.sections(), reach.isWholeOffice());
    }

    /** Those of the records that the actor may read. */
    public Set<UUID> readable(Collection<UUID> recordIds) {
        return register.listReadable(recordIds, reader());
    }

    /** A record the actor may read. */
    public RecordLine get(UUID recordId) {
        return register.find(recordId, reader()).orElseThrow(() -> refused(recordId, NO_SUCH_RECORD, "document.view"));
    }

    /** The life of a record on which the actor may work, as one of the section that has it. */
    public RecordLife lockToWork(UUID recordId, long version, String deed) {
        getToWork(recordId, deed);
        return lock(recordId, version);
    }

    /** A record on which the actor may work, as one of the section that has it. */
    public RecordLine getToWork(UUID recordId, String deed) {
        var line = get(recordId);
        if (!mayWork(line)) {
            throw refused(recordId, NOT_YOUR_SECTION, deed);
        }
        return line;
    }

    /** True if the actor may work on the record. */
    public boolean mayWork(RecordLine line) {
        return reach.reads(line.holder());
    }

    /** The life of a record that the actor keeps, as records officer of the section that has it or numbered it. */
    public RecordLife lockToKeep(UUID recordId, long version, String deed) {
        var line = get(recordId);
        if (!reach.keeps(line.holder()) && !reach.keeps(line.section())) {
            throw refused(recordId, NOT_YOUR_SECTION, deed);
        }
        return lock(recordId, version);
    }

    private RecordLife lock(UUID recordId, long version) {
        var life = lives.lock(recordId).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD));
        life.expect(version);
        lives.findFiling(recordId).flatMap(filing -> plan.find(filing.dossierId())).filter(Dossier::isGone).ifPresent(gone -> {
            throw new RuleViolation(GONE_ALREADY, gone.facts().code());
        });
        return life;
    }

    /** Writes a change down in the audit log. */
    public void changed(String deed, UUID recordId, String reason) {
        audit.changed(note(deed, recordId, reason));
    }

    /** Writes a look down in the audit log. */
    public void looked(String deed, UUID recordId, String reason) {
        audit.looked(note(deed, recordId, reason));
    }

    /** Writes a look at the register of a section down. */
    public void lookedAtRegister(String section, String reason) {
        audit.looked(new AuditNote("document.register", null, "section", AuditNote.words(section), reason));
    }

    /** Writes down at whom a list of records has looked: one note for each record with a person of the ledger behind it. */
    public void lookedAtAll(Collection<UUID> recordIds, String reason) {
        var notes = new ArrayList<AuditNote>();
        persons.of(List.copyOf(recordIds)).forEach((record, person) ->
                notes.add(new AuditNote("document.register", person, "record", record.toString(), reason)));
        if (!notes.isEmpty()) {
            audit.lookedAtAll(notes);
        }
    }

    /** Writes the refusal down in the audit log. */
    public RuleViolation refused(UUID recordId, jp.yakuba.kernel.Problem why, String deed, Object... details) {
        audit.refused(note(deed, recordId, why.code()));
        return new RuleViolation(why, details);
    }

    private AuditNote note(String deed, UUID recordId, String reason) {
        return new AuditNote(deed, persons.of(List.of(recordId)).get(recordId), "record", recordId.toString(), reason);
    }
}
