package jp.yakuba.document.store.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.model.search.Question;

/** Asks for records by whatever is known of them; who may read what is part of the question. */
@ApplicationScoped
public class SearchStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** The next records that the index names and the reader may read, latest entry first. */
    public List<RecordLine> listNext(RecordQuery query, Question question, Reader reader, UUID behind, int size) {
        if (!question.isEmpty()) {
            entities.createNativeQuery(Sought.PLANNED_ONCE).executeUpdate();
        }
        var sought = Sought.of(query, question, reader, behind, size);
        var asked = entities.createNativeQuery(sought.sql(), Object[].class);
        sought.values().forEach(asked::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = asked.getResultList();
        return rows.stream().map(RegisterStore::line).toList();
    }
}
