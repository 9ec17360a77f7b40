package jp.yakuba.audit.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The auditor's desk (監査窓口): searches the log and verifies that nobody has changed it. Its own use is logged too. */
@Local
public interface ChainDesk {
    /** Most entries that a search counts; a list with more says this number. */
    long COUNTED_AT_MOST = 10_000;

    /** Entries that fit, latest first. */
    Page<AuditLine> search(AuditFilter filter, PageRequest request);

    /** Checks every link from the first to the last; reads in parts, so it may take a while but little memory. */
    ChainReport verify();

    /** The last link as it stands now; empty while nothing was sealed. */
    Optional<ChainHead> head();

    /** The stamped heads of a span of days, latest first. */
    List<ChainHead> listStamps(LocalDate from, LocalDate until);
}
