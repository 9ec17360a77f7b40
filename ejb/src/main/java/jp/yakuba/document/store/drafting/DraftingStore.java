package jp.yakuba.document.store.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DraftFilter;
import jp.yakuba.document.api.DraftLine;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.model.drafting.DraftTemplate;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.store.Moments;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Where drafts and their versions are kept; who may read what is part of every list. */
@ApplicationScoped
public class DraftingStore {
    /** A confidential one is read by its writers, and once it is a record by that one's named readers alone. */
    private static final String MAY_READ = """
            (NOT (d.confidential OR coalesce(l.confidential, false)) AND (:whole OR d.section IN (:sections))
             OR NOT coalesce(l.confidential, false)
                AND EXISTS (SELECT 1 FROM doc_draft_person p WHERE p.draft_id = d.id AND p.staff_id = :me)
             OR EXISTS (SELECT 1 FROM doc_reader named WHERE named.record_id = d.record_id AND named.staff_id = :me))
            """;
    private static final String LINE = """
            SELECT d.id, d.section, d.title, d.state, d.latest, d.created_name, d.changed_at, r.number, d.confidential OR coalesce(l.confidential, false)
            """;
    private static final String FROM = """
            FROM doc_draft d LEFT JOIN doc_record r ON r.id = d.record_id LEFT JOIN doc_life l ON l.record_id = d.record_id WHERE
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(WorkingDraft draft) {
        entities.persist(draft);
    }

    public void add(DraftVersion version) {
        entities.persist(version);
    }

    /** Writes what is pending, so that constraints speak inside the deed. */
    public void write() {
        entities.flush();
    }

    public Optional<WorkingDraft> find(UUID id) {
        return Optional.ofNullable(entities.find(WorkingDraft.class, id));
    }

    /** The draft as it stands now, its row locked until the deed ends. */
    public Optional<WorkingDraft> lock(UUID id) {
        var draft = entities.find(WorkingDraft.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (draft != null) {
            entities.refresh(draft);
        }
        return Optional.ofNullable(draft);
    }

    /** Where the drafts stand; those that are gone are not in it. */
    public Map<UUID, DraftState> listStates(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : entities.createQuery("select d.id, d.state from WorkingDraft d where d.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (DraftState) row[1]));
    }

    public Optional<DraftVersion> findVersion(UUID id, int number) {
        return Optional.ofNullable(entities.find(DraftVersion.class, new DraftVersion.Place(id, number)));
    }

    /** A line of every version, first one first; what they say is not read. */
    public List<DraftSheet.Version> listVersions(UUID id) {
        return entities.createQuery("""
                        select new jp.yakuba.document.api.DraftSheet$Version(v.place.number, v.writtenName, v.writtenAt, v.sha256)
                        from DraftVersion v where v.place.draftId = :id order by v.place.number
                        """, DraftSheet.Version.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Templates that are offered to drafters of the sections, in order; those of the sections behind those for everybody. */
    public List<DraftTemplate> listTemplates(Collection<String> sections) {
        return entities.createQuery("""
                        select t from DraftTemplate t where t.ended = false and (t.section is null or t.section in :sections)
                        order by case when t.section is null then 0 else 1 end, t.sort, t.name
                        """, DraftTemplate.class)
                .setParameter("sections", sections.isEmpty() ? List.of("") : sections)
                .getResultList();
    }

    /** Templates of the sections, and those for everybody too if asked for; ended ones last. */
    public List<DraftTemplate> listTemplatesKept(Collection<String> sections, boolean ofAll) {
        return entities.createQuery("""
                        select t from DraftTemplate t where t.section in :sections or t.section is null and :all = true
                        order by t.ended, case when t.section is null then 0 else 1 end, t.section, t.sort, t.name
                        """, DraftTemplate.class)
                .setParameter("sections", sections.isEmpty() ? List.of("") : sections)
                .setParameter("all", ofAll)
                .getResultList();
    }

    /** True if another template that is offered in the same place has the name. */
    public boolean isTemplateNamed(String name, String section, String butCode) {
        return entities.createQuery("""
                        select count(t) from DraftTemplate t where t.ended = false and t.name = :name and coalesce(t.section, '') = :section
                        and t.code <> :code
                        """, Long.class)
                .setParameter("name", name)
                .setParameter("section", section == null ? "" : section)
                .setParameter("code", butCode == null ? "" : butCode)
                .getSingleResult() > 0;
    }

    /** Makes drafts confidential that a record caused and that are not at their end. */
    public void close(UUID recordId) {
        entities.createNativeQuery("""
                        UPDATE doc_draft SET confidential = true WHERE NOT confidential AND state IN ('DRAFTING', 'PROPOSED')
                            AND id IN (SELECT o.draft_id FROM doc_draft_origin o WHERE o.kind = 'RECORD' AND o.target_id = ?1)
                        """)
                .setParameter(1, recordId)
                .executeUpdate();
    }

    public void add(DraftTemplate template) {
        entities.persist(template);
    }

    public Optional<DraftTemplate> findTemplate(String code) {
        return Optional.ofNullable(entities.find(DraftTemplate.class, code));
    }

    /** The draft that became the record. */
    public Optional<WorkingDraft> findByRecord(UUID recordId) {
        return entities.createQuery("select d from WorkingDraft d where d.recordId = :record", WorkingDraft.class)
                .setParameter("record", recordId)
                .getResultStream()
                .findFirst();
    }

    /** The record by draft that caused it, or the decision that it changes. */
    public Map<UUID, UUID> listCausingRecords(Collection<UUID> draftIds) {
        if (draftIds.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT o.draft_id, coalesce(a.record_id, o.target_id) FROM doc_draft_origin o
                        LEFT JOIN doc_draft a ON o.kind = 'AMENDED' AND a.id = o.target_id
                        WHERE o.draft_id IN (?1) AND o.kind IN ('RECORD', 'AMENDED')
                        """, Object[].class)
                .setParameter(1, draftIds)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1], (one, other) -> one));
    }

    /** True if the file in which the record lay is gone. */
    public boolean isGone(UUID recordId) {
        return (Boolean) entities.createNativeQuery("SELECT doc_record_is_gone(?1)", Boolean.class).setParameter(1, recordId).getSingleResult();
    }

    /** Takes away what a draft said whose record is gone: words and files of every version, and what caused it. */
    public void forget(UUID id) {
        entities.flush();
        for (var sql : List.of(
                "UPDATE doc_draft SET title = '廃棄済み' WHERE id = ?1",
                "UPDATE doc_draft_version SET title = '廃棄済み', ask = '', body = '', clause = NULL WHERE draft_id = ?1",
                "DELETE FROM doc_draft_file WHERE draft_id = ?1",
                "UPDATE doc_draft_origin SET words = '廃棄済み' WHERE draft_id = ?1")) {
            entities.createNativeQuery(sql).setParameter(1, id).executeUpdate();
        }
    }

    /** True if the reader may read the draft as one of its section or its drafters. */
    public boolean mayRead(UUID id, Reader reader) {
        var values = values(reader);
        values.put("id", id);
        return ((Number) fill(entities.createNativeQuery("SELECT count(*) " + FROM + MAY_READ + " AND d.id = :id", Long.class), values)
                .getSingleResult()).longValue() > 0;
    }

    /** Drafts that change a decided one, as far as the reader may read them. */
    public List<DraftLine> listAmending(UUID decided, Reader reader) {
        var values = values(reader);
        values.put("decided", decided);
        return lines(entities.createNativeQuery(
                LINE + FROM + MAY_READ + " AND d.amends = :decided ORDER BY d.created_at LIMIT 100", Object[].class), values);
    }

    /** A page of what the reader may read, latest change first. */
    public Page<DraftLine> list(DraftFilter filter, Reader reader, PageRequest page) {
        var values = values(reader);
        var where = MAY_READ + conditions(filter, values);
        var rows = lines(entities.createNativeQuery(
                        LINE + FROM + where + " ORDER BY d.changed_at DESC, d.id LIMIT :size OFFSET :skip", Object[].class)
                .setParameter("size", page.size())
                .setParameter("skip", page.offset()), values);
        var total = fill(entities.createNativeQuery("SELECT count(*) " + FROM + where, Long.class), values).getSingleResult();
        return new Page<>(rows, ((Number) total).longValue(), page);
    }

    private static String conditions(DraftFilter filter, Map<String, Object> values) {
        var where = new StringBuilder();
        if (filter.mine()) {
            where.append(" AND EXISTS (SELECT 1 FROM doc_draft_person p WHERE p.draft_id = d.id AND p.staff_id = :me)");
        }
        if (filter.state() != null) {
            where.append(" AND d.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.words() != null && !filter.words().isBlank()) {
            where.append(" AND (d.title LIKE :words ESCAPE '!' OR r.number LIKE :words ESCAPE '!')");
            values.put("words", "%" + filter.words().strip().replaceAll("([!%_])", "!$1") + "%");
        }
        return where.toString();
    }

    private static Map<String, Object> values(Reader reader) {
        var values = new HashMap<String, Object>();
        values.put("me", reader.staffId());
        values.put("sections", reader.sectionsAsked());
        values.put("whole", reader.wholeOffice());
        return values;
    }

    private static Query fill(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }

    @SuppressWarnings("unchecked")
    private static List<DraftLine> lines(Query query, Map<String, Object> values) {
        return ((List<Object[]>) fill(query, values).getResultList()).stream()
                .map(row -> new DraftLine((UUID) row[0], (String) row[1], (String) row[2], DraftState.valueOf((String) row[3]),
                        ((Number) row[4]).intValue(), (String) row[5], Moments.of(row[6]), (String) row[7], (Boolean) row[8]))
                .toList();
    }
}
