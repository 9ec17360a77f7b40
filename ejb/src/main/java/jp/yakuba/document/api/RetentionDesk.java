package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.io.Writer;
import java.util.List;
import java.util.UUID;

/** The desk of periods (保存期間): when the files of the office come to their end, and longer periods for single files. */
@Local
public interface RetentionDesk {
    /** How much comes to its end in each of the coming years, and what is over already under the present one. */
    List<CalendarYear> years(String section);

    /** Files that come to their end in the year, in their order, after the one named; section null for all, after null for the first. */
    List<CalendarLine> calendar(String section, int fiscalYear, UUID after, int size);

    /** The same whole, as CSV in UTF-8. */
    void export(String section, int fiscalYear, Writer out);

    /** Keeps a closed file longer (延長) by whole fiscal years, with the reason. */
    DossierView extend(UUID dossierId, long version, int years, String reason);
}
