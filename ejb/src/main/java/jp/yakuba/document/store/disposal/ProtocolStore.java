package jp.yakuba.document.store.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.model.disposal.Protocol;
import jp.yakuba.document.store.record.Reader;
import org.hibernate.query.NativeQuery;

/** Where protocols of what went are kept; they are added, never changed. */
@ApplicationScoped
public class ProtocolStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds it now, so that the file it speaks of may go. */
    public void add(Protocol protocol) {
        entities.persist(protocol);
        entities.flush();
    }

    /** The next number of the year; the series waits for this deed's end, so a roll-back leaves no gap. */
    public long next(int fiscalYear) {
        var last = entities.createNativeQuery("""
                        INSERT INTO doc_protocol_counter AS c (fiscal_year, last) VALUES (?1, 1)
                        ON CONFLICT (fiscal_year) DO UPDATE SET last = c.last + 1 RETURNING c.last
                        """)
                .unwrap(NativeQuery.class)
                .addSynchronizedQuerySpace("doc_protocol_counter")
                .setParameter(1, fiscalYear)
                .getSingleResult();
        return ((Number) last).longValue();
    }

    /** One protocol of the reader's sections. */
    public Optional<Protocol> find(UUID id, Reader reader) {
        return Optional.ofNullable(entities.find(Protocol.class, id))
                .filter(found -> reader.wholeOffice() || reader.sections().contains(found.view().section()));
    }

    /** The protocol under which a file went. */
    public Optional<Protocol> findOf(UUID dossierId) {
        return entities.createQuery("select p from Protocol p where p.dossierId = :dossier", Protocol.class)
                .setParameter("dossier", dossierId)
                .getResultStream()
                .findFirst();
    }

    /** Protocols of the reader's sections, latest first, after the one named. */
    public List<Protocol> list(Reader reader, UUID after, int size) {
        var next = after == null ? "" : """
                 and (p.endedAt < (select y.endedAt from Protocol y where y.id = :after)
                    or p.endedAt = (select y.endedAt from Protocol y where y.id = :after) and p.id < :after)
                """;
        var query = entities.createQuery("select p from Protocol p where (:whole = true or p.section in :sections)" + next
                        + " order by p.endedAt desc, p.id desc", Protocol.class)
                .setParameter("whole", reader.wholeOffice())
                .setParameter("sections", reader.sectionsAsked())
                .setMaxResults(size);
        return (after == null ? query : query.setParameter("after", after)).getResultList();
    }

    /** Names of the classes above a file, from the largest, as the plan of its year has them. */
    public String classNames(String section, int fiscalYear, String classCode) {
        List<?> names = entities.createNativeQuery("""
                        SELECT c.name FROM doc_class c
                        WHERE c.section = ?1 AND c.fiscal_year = ?2 AND (c.code = ?3 OR ?3 LIKE c.code || '-%') ORDER BY length(c.code)
                        """, String.class)
                .setParameter(1, section)
                .setParameter(2, fiscalYear)
                .setParameter(3, classCode)
                .getResultList();
        return names.stream().map(String.class::cast).reduce((one, other) -> one + " / " + other).orElse(classCode);
    }
}
