package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/**
 * The masks desk (墨消し): what of a file is not disclosed is drawn once by the section that has its record, fixed by a second person,
 * and taken out for good in the copy that is given.
 */
@Local
public interface MaskDesk {
    /** The sheets over a file of a record that one may read, latest first. */
    List<MaskSheetView> list(UUID recordId, int position);

    /** A sheet over a file of a record that one may read. */
    MaskSheetView get(UUID sheetId);

    /** Sheets of the own sections that wait for a second person and on which one had no hand, the longest waiting first. */
    Page<WaitingMasks> listWaiting(PageRequest page);

    /** What stands in the way of masks over a file; empty if nothing does. */
    Optional<DocumentProblem> findObstacle(UUID recordId, int position);

    /** The grounds that the town's ordinance knows today, each with its clause. */
    List<MaskClause> listClauses();

    /** Begins a sheet; its id. */
    UUID begin(BeginMasks command);

    /** Draws a mask on a sheet that is being prepared. */
    void draw(DrawMask command);

    /** Takes a mask off. */
    void takeOff(UUID sheetId, long version, UUID maskId);

    /** Hands the sheet to a second person. */
    void propose(UUID sheetId, long version);

    /** Gives it back to be drawn on. */
    void giveBack(UUID sheetId, long version, String reason);

    /** Fixes it, as a second person. */
    void fix(UUID sheetId, long version);

    /** Throws a sheet away that is not fixed. */
    void discard(UUID sheetId, long version);

    /** Has the copy made that is given; it is made once, whoever asks again. */
    void orderCopy(UUID sheetId);

    /** The picture of a page as PNG: as it is, or as the copy would show it. */
    InputStream openPage(UUID sheetId, int page, boolean covered);

    /** The copy that is given, as PDF. */
    InputStream openCopy(UUID sheetId);
}
