package jp.yakuba.share.api;

import jakarta.ejb.Local;
import java.util.List;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.exchange.api.CopyView;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The authors' desk of procedures that are shared between towns. */
@Local
public interface SharedProcedureDesk {
    /** Procedures of this town's catalogue, and which of them are shared. */
    List<OwnProcedureLine> listOwn();

    /** Shares a procedure: agreed offices read what is in force and published of it, now and whenever it changes. */
    void share(String code);

    /** Shares it no more; what others took over stays theirs. */
    void unshare(String code);

    /** Procedures of other offices; with words those whose name, reading or summary has them all. */
    Page<OfferedProcedureLine> list(String words, PageRequest request);

    /** The lists of which the copies were made, and how old each is. */
    List<CopyView> listCopies();

    /** Asks agreed offices for news as soon as possible. */
    void refresh();

    /** A procedure of another office. */
    SharedProcedureSheet get(String peer, String code);

    /**
     * Takes a procedure over as a draft: its form becomes a working copy, its origin is remembered. Nothing of it is public before its
     * author says so; what this town's checks refuse is not taken.
     *
     * @param sha256 digest of what was seen
     */
    void takeOver(String peer, String code, String sha256);

    /** What was taken over, newer versions first. */
    List<TakenProcedureLine> listTaken();

    /** What was taken over of the procedure, as an author here begins with it: of this town's sections, from tomorrow, told of only. */
    ProcedureView draft(String code);
}
