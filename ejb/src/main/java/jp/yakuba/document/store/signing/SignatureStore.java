package jp.yakuba.document.store.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.document.api.SignatureStage;
import jp.yakuba.document.model.dispatch.Delivery;
import jp.yakuba.document.model.signing.OfficeSignature;
import jp.yakuba.document.model.signing.SignatureVersion;

/** Where it is kept who signed what, and what was put beside it. */
@ApplicationScoped
public class SignatureStore {
    private static final Duration CLAIMED = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A signature whose next step is due. */
    public record Due(String original, String latest, SignatureStage stage) {}

    public void add(OfficeSignature signature) {
        entities.persist(signature);
    }

    public Optional<OfficeSignature> find(String original) {
        return Optional.ofNullable(entities.find(OfficeSignature.class, original));
    }

    public Optional<OfficeSignature> lock(String original) {
        return Optional.ofNullable(entities.find(OfficeSignature.class, original, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Takes the next that is due; until some time has passed no other node takes it. */
    public Optional<Due> claim(Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        UPDATE doc_signature s SET next_at = ?2 WHERE s.original = (
                            SELECT w.original FROM doc_signature w WHERE w.next_at <= ?1 ORDER BY w.next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING s.original, s.latest, s.stage
                        """, Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .getResultList();
        return rows.stream().findFirst()
                .map(row -> new Due((String) row[0], (String) row[1], SignatureStage.valueOf((String) row[2])));
    }

    /** The signed copy whose mail is the longest due, but for some. */
    public Optional<String> findMailDue(Instant now, Collection<String> but) {
        List<?> found = entities.createNativeQuery("""
                        SELECT original FROM doc_signature WHERE mail_until IS NOT NULL AND (mail_until <= :now OR stage <> 'SIGNED')
                            AND original NOT IN (:but) ORDER BY mail_until LIMIT 1
                        """, String.class)
                .setParameter("now", now)
                .setParameter("but", but.isEmpty() ? List.of("") : but)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** The signature if its mail still waits; no other node takes it until this deed ends. */
    public Optional<OfficeSignature> lockMailDue(String original) {
        List<?> found = entities.createNativeQuery(
                        "SELECT original FROM doc_signature WHERE original = ?1 AND mail_until IS NOT NULL FOR UPDATE SKIP LOCKED", String.class)
                .setParameter(1, original)
                .getResultList();
        return found.stream().findFirst().map(one -> entities.find(OfficeSignature.class, one));
    }

    /** Puts the next version beside a signed copy whose row is locked. */
    public void addVersion(String original, String sha256, SignatureStage stage, Instant at, Instant until) {
        int number = entities.createQuery("select count(v) from SignatureVersion v where v.place.original = :original", Long.class)
                .setParameter("original", original)
                .getSingleResult()
                .intValue() + 1;
        entities.persist(SignatureVersion.next(new SignatureVersion.Place(original, number), sha256, stage, at, until));
    }

    /** The signed copies of a record in the order of its recipients, or its signed sheet. */
    public List<SignatureLine> listOf(UUID recordId) {
        var signatures = entities.createQuery("""
                        select s, d from OfficeSignature s left join Delivery d on d.recordId = s.recordId and d.sha256 = s.original
                        where s.recordId = :record order by d.position
                        """, Object[].class)
                .setParameter("record", recordId)
                .getResultList();
        var versions = entities.createQuery("""
                        select v from SignatureVersion v where v.place.original in
                            (select s.original from OfficeSignature s where s.recordId = :record) order by v.place.number
                        """, SignatureVersion.class)
                .setParameter("record", recordId)
                .getResultStream() // after the signatures: one that says how far it is has the version that brought it there
                .collect(Collectors.groupingBy(SignatureVersion::original));
        return signatures.stream()
                .map(row -> ((OfficeSignature) row[0]).view(row[1] == null ? null : ((Delivery) row[1]).id(),
                        versions.getOrDefault(((OfficeSignature) row[0]).original(), List.of())))
                .toList();
    }

    /** The latest version of a copy; the copy itself if it was never signed. */
    public String latestOf(String sha256) {
        return find(sha256).map(OfficeSignature::latest).orElse(sha256);
    }

    /** How many steps are overdue since before the moment. */
    public long countOverdue(Instant before) {
        return entities.createQuery("select count(s) from OfficeSignature s where s.nextAt < :before or s.problem is not null", Long.class)
                .setParameter("before", before)
                .getSingleResult();
    }

    /** True if the time stamp service was away, or refused, when it was asked last. */
    public boolean isStampingStuck() {
        return !entities.createNativeQuery("""
                        SELECT 1 FROM doc_signature WHERE problem IN ('STAMPS_AWAY', 'STAMPS_REFUSED', 'STAMPS_UNKNOWN') LIMIT 1
                        """, Integer.class)
                .getResultList()
                .isEmpty();
    }

    /** Takes away what stands beside the copies of a record whose file is gone. */
    public void forget(UUID recordId) {
        entities.flush();
        for (var sql : List.of(
                "DELETE FROM doc_sheet_seal WHERE record_id = ?1",
                "DELETE FROM doc_signature_version v USING doc_signature s WHERE s.original = v.original AND s.record_id = ?1",
                "DELETE FROM doc_signature WHERE record_id = ?1")) {
            entities.createNativeQuery(sql).setParameter(1, recordId).executeUpdate();
        }
    }
}
