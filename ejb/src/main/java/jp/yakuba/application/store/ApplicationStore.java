package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.CoreAnswer;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.CoreMessage;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.StaffNote;

/** Where applications, their corrections, notes and core messages are kept. */
@ApplicationScoped
public class ApplicationStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Application application) {
        entities.persist(application);
    }

    public Optional<Application> find(UUID id) {
        return Optional.ofNullable(entities.find(Application.class, id));
    }

    /** The application with its row locked until the deed ends: of two clerks one comes after the other. */
    public Optional<Application> lock(UUID id) {
        return Optional.ofNullable(entities.find(Application.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The persons who applied, by application; those who are in no ledger are left out. Nothing pending is written for it. */
    public Map<UUID, UUID> listApplicants(Collection<UUID> ids) {
        return entities.createQuery("select a.id, a.personId from Application a where a.id in :ids and a.personId is not null", Object[].class)
                .setParameter("ids", ids)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }

    /** Writes what is pending, so that constraints speak inside the deed. */
    public void write() {
        entities.flush();
    }

    public List<Application> listOfBundle(UUID bundleId) {
        return entities.createQuery(
                        "select a from Application a where a.arrival.bundleId = :bundle order by a.arrival.position",
                        Application.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }

    /** The ids of the bundle's applications, in the order of the sitting; the rows are not read. */
    public List<UUID> idsOfBundle(UUID bundleId) {
        return entities.createQuery(
                        "select a.id from Application a where a.arrival.bundleId = :bundle order by a.arrival.position", UUID.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }

    /** The applications of the bundle that wait for its procedure with the code. */
    public List<Application> listWaiting(UUID bundleId, String procedure) {
        return entities.createQuery("""
                        select a from Application a
                        where a.arrival.bundleId = :bundle and a.arrival.waitsFor = :procedure
                            and a.state = jp.yakuba.application.api.ApplicationState.WAITING
                        order by a.arrival.position
                        """, Application.class)
                .setParameter("bundle", bundleId)
                .setParameter("procedure", procedure)
                .getResultList();
    }

    /** An application as a line of its bundle, read without its answers; the visit is the bundle's and null if none is booked. */
    public record Row(
            UUID id, UUID bundleId, Instant bundleArrivedAt, Instant visitAt, String visitPlace, String receiptNumber,
            String procedure, ProcedureKind kind, ApplicationState state, Instant since, LocalDate dueOn, String waitsFor, String section,
            UUID senderId, UUID mandateId) {}

    /** The lines of one bundle, in the order of the sitting. */
    public List<Row> rowsOf(UUID bundleId) {
        return rows("b.id = :bundle").setParameter("bundle", bundleId).getResultList();
    }

    /** The lines of what the account sent and of what was sent under the mandates, latest bundle first. */
    public List<Row> rowsOf(UUID accountId, List<UUID> mandates) {
        return mandates.isEmpty()
                ? rows("b.accountId = :account").setParameter("account", accountId).getResultList()
                : rows("b.accountId = :account or b.mandateId in :mandates").setParameter("account", accountId)
                        .setParameter("mandates", mandates).getResultList();
    }

    private TypedQuery<Row> rows(String wanted) {
        return entities.createQuery("""
                select new jp.yakuba.application.store.ApplicationStore$Row(
                    a.id, b.id, b.arrivedAt, v.startsAt, v.place, a.arrival.receiptNumber, a.arrival.procedure,
                    a.arrival.kind, a.state, a.since,
                    coalesce(a.dueOn, (select max(c.until) from Correction c where c.applicationId = a.id and c.closedAt is null)),
                    a.arrival.waitsFor, a.arrival.section, b.accountId, b.mandateId)
                from Bundle b join Application a on a.arrival.bundleId = b.id left join BookedVisit v on v.bundleId = b.id
                where %s order by b.arrivedAt desc, b.id, a.arrival.position
                """.formatted(wanted), Row.class);
    }

    public void add(StaffNote note) {
        entities.persist(note);
    }

    /** True if the note was kept already. */
    public boolean hasNote(UUID id) {
        return entities.find(StaffNote.class, id) != null;
    }

    public List<StaffNote> notesOf(UUID applicationId) {
        return entities.createQuery(
                        "select n from StaffNote n where n.applicationId = :application order by n.at", StaffNote.class)
                .setParameter("application", applicationId)
                .getResultList();
    }

    public void add(Correction correction) {
        entities.persist(correction);
    }

    public Optional<Correction> findOpenCorrection(UUID applicationId) {
        return entities.createQuery(
                        "select c from Correction c where c.applicationId = :application and c.closedAt is null",
                        Correction.class)
                .setParameter("application", applicationId)
                .getResultStream()
                .findFirst();
    }

    public Optional<Correction> findCorrection(UUID id) {
        return Optional.ofNullable(entities.find(Correction.class, id));
    }

    /** Every correction that was asked for, earliest first. */
    public List<Correction> listCorrections(UUID applicationId) {
        return entities.createQuery(
                        "select c from Correction c where c.applicationId = :application order by c.askedAt", Correction.class)
                .setParameter("application", applicationId)
                .getResultList();
    }

    /** Applications with an open correction whose period ran out before the day and that nobody was told of yet. */
    public List<UUID> listLapsed(LocalDate today, int most) {
        return entities.createQuery("""
                        select c.applicationId from Correction c
                        where c.closedAt is null and c.until < :today and c.lapseToldAt is null order by c.until
                        """, UUID.class)
                .setParameter("today", today)
                .setMaxResults(most)
                .getResultList();
    }

    public void add(CoreMessage message) {
        entities.persist(message);
    }

    /** What a core system answered to the latest message about the application; empty while one is not answered. */
    public Optional<CoreAnswer.Outcome> latestAnswer(UUID applicationId, String system) {
        var answers = entities.createQuery("""
                        select m from CoreMessage m where m.applicationId = :application and m.system = :system
                        order by m.leftAt desc, case when m.outcome is null then 0 else 1 end
                        """, CoreMessage.class)
                .setParameter("application", applicationId)
                .setParameter("system", system)
                .getResultList();
        return answers.stream().anyMatch(message -> message.outcome() == null)
                ? Optional.empty()
                : answers.stream().findFirst().map(CoreMessage::outcome);
    }

    public Optional<CoreMessage> lockCoreMessage(UUID id) {
        return Optional.ofNullable(entities.find(CoreMessage.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
