package jp.yakuba.organization.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;

/**
 * The desk of reorganisations (機構改革): sections that merge, split or move on a day to come. Whatever asks
 * {@link OrganizationDesk#successorsOf} follows by itself on the day; nothing of the past is written anew.
 */
@Local
public interface ReorganisationDesk {
    /** Everything planned and everything that has happened, the latest day first. */
    List<ReorganisationView> list();

    /** The lines of the plan of a day. */
    List<SuccessionTerms> listLines(LocalDate day);

    /** Adds lines to the plan of a day to come, or tells what is wrong with them; then nothing is done. */
    ReorganisationImport add(List<SuccessionTerms> lines, LocalDate day);

    /** Takes the plan of a day to come back. */
    void takeBack(LocalDate day);

    /** The plan of the day as a file. */
    String exportCsv(LocalDate day);

    /** Reads a file as the whole plan of the day; {@code really} false tells only what would happen. */
    ReorganisationImport importCsv(String csv, LocalDate day, boolean really);
}
