package jp.yakuba.document.store.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who reads, as far as queries ask: a member of staff, the sections read for, and whether the whole office is.
 *
 * @param staffId the member of staff
 * @param sections sections whose records are read; empty if none
 * @param wholeOffice true for whoever keeps the records of all sections
 */
public record Reader(UUID staffId, Collection<String> sections, boolean wholeOffice) {
    /**
     * The condition under which a record {@code r} with its life {@code l} may be read, with the parameters {@code :me},
     * {@code :sections} and {@code :whole}. A confidential one is read by its named readers alone, whoever else asks.
     */
    public static final String MAY_READ = """
            (EXISTS (SELECT 1 FROM doc_reader named WHERE named.record_id = r.id AND named.staff_id = :me)
             OR NOT l.confidential AND (:whole OR l.section IN (:sections) OR r.section IN (:sections)
                 OR EXISTS (SELECT 1 FROM doc_circulation_reader asked
                            WHERE asked.record_id = r.id AND asked.staff_id = :me)))
            """;

    private static final List<String> NO_SECTION = List.of("");

    /** The sections as a query takes them: never empty. */
    public Collection<String> sectionsAsked() {
        return sections.isEmpty() ? NO_SECTION : sections;
    }
}
