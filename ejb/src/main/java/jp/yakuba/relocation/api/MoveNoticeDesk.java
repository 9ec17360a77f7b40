package jp.yakuba.relocation.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The desk for what other towns tell of people who lived here (転入通知の受理): who is meant, and the move out. */
@Local
public interface MoveNoticeDesk {
    /** Notices of one's own sections, what is open first, then the latest. */
    Page<NoticeLine> list(PageRequest page);

    /** The notice with whom it may mean; every look at a person is written down. Refused with {@code REL-001} if there is none. */
    NoticeSheet get(UUID id);

    /** Enters the move out of those who are meant, in one deed; the same once more changes nothing. */
    void enter(@Valid EnterNotice command);

    /** Closes it with a reason; the ledger stays as it is. */
    void close(UUID id, long version, String reason);
}
