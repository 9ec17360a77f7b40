package jp.yakuba.document.service.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.service.record.RecordPersons;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;

/** Writes down every deed about the end of records: in their chained history and in the audit log, by whom and when. */
@ApplicationScoped
public class DisposalNotes {
    @Inject
    private RecordHistory history;

    @Inject
    private RecordPersons persons;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    Actor actor() {
        return actor.get();
    }

    Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return clock.today();
    }

    /** A step in the history of a file, a record or a list. */
    void step(UUID id, RecordEventKind kind, Map<String, ?> facts) {
        history.note(id, kind, facts);
    }

    /** A change in the audit log. */
    void changed(String deed, String type, UUID id, String reason) {
        audit.changed(new AuditNote(deed, null, type, id.toString(), reason));
    }

    /** The same for each person of the ledger behind the records. */
    void changedPersons(String deed, List<UUID> recordIds, String reason) {
        persons.of(recordIds).forEach((record, person) ->
                audit.changed(new AuditNote(deed, person, "record", record.toString(), reason)));
    }

    /** A look in the audit log. */
    void looked(String deed, String type, String id) {
        audit.looked(new AuditNote(deed, null, type, id, null));
    }

    /** Writes a refusal down; the caller throws it. */
    RuleViolation refused(String deed, String type, UUID id, Problem why) {
        audit.refused(new AuditNote(deed, null, type, id.toString(), why.code()));
        return new RuleViolation(why);
    }
}
