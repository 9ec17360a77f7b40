package jp.yakuba.organization.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The desk of the delegation table (専決規程の管理). A change takes effect on a day, today at the earliest; the line before it ends
 * then. Proposals that are on their way keep the route they were made with.
 */
@Local
public interface DelegationDesk {
    /** The lines in force on the day, by matter and amount. */
    List<DelegationLine> list(LocalDate on);

    /** Lines that begin after the day. */
    List<DelegationLine> listAhead(LocalDate after);

    /** One line. */
    DelegationLine get(UUID lineId);

    /** Puts a line in force from the day on, in place of the one about the same matter and amount. */
    UUID change(@Valid DelegationTerms terms, LocalDate from);

    /** Ends a line: the day is its first day no longer. */
    void end(UUID lineId, LocalDate from);

    /** Takes back a line that has not begun; the one before goes on. */
    void takeBack(UUID lineId);

    /** The table of the day as a file. */
    String exportCsv(LocalDate on);

    /** Reads a file as the whole table from the day on; {@code really} false tells only what would happen. */
    DelegationImport importCsv(String csv, LocalDate from, boolean really);

    /** The order of stand-ins (代決順位) that is written down for posts, in force on the day. */
    List<SubstituteLine> listSubstitutes(LocalDate on);

    /** Writes the order of stand-ins of a post from the day on; an empty one leaves it to the usual order. */
    void setSubstitutes(String post, List<String> standIns, LocalDate from, String source);
}
