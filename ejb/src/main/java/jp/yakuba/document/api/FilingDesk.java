package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The filing desk (ファイル基準表): what files each section keeps in a year, for how long, and what may be disclosed. */
@Local
public interface FilingDesk {
    /** The plan of a section for a year. */
    FilingPlan plan(String section, int fiscalYear);

    /** Years for which any plan was made, latest first. */
    List<Integer> listYears();

    /** One file; refused with {@code DOC-020} if there is none. */
    DossierView get(UUID dossierId);

    /** What happened to a file, from its opening on; nothing for whoever does not read what its section has. */
    List<RecordEventLine> listHistory(UUID dossierId);

    /** Files of the section that take records in now, with those in regular use. */
    List<DossierView> listOpen(String section);

    /** The file into which records of the matter go by themselves. */
    Optional<DossierView> findFor(String section, String matter);

    /** Makes a class or gives it another name; its parent must be there. */
    void name(String section, int fiscalYear, String code, String name);

    /** Opens a file. */
    UUID open(String section, int fiscalYear, DossierFacts facts);

    /** Changes what the plan says of a file; a closed one only by the records manager. */
    void amend(UUID dossierId, long version, DossierFacts facts);

    /** Closes a file whose records are all done with: its retention is counted from now on. */
    DossierView close(UUID dossierId, long version);

    /** Opens a closed file again, with a reason; by the records manager. */
    void reopen(UUID dossierId, long version, String reason);

    /** Writes the plans of the section (null: of all sections) as CSV in UTF-8. */
    void export(String section, int fiscalYear, Writer out);

    /** Looks what a CSV would do, or does it; with a fault in any line nothing is done. */
    PlanImport take(Reader csv, boolean onlyLook);

    /** Carries the plan over into the year, once; files of years gone by close when all in them is done with. */
    CarryOver carryOver(int fiscalYear);
}
