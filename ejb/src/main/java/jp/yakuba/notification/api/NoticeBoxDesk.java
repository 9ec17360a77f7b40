package jp.yakuba.notification.api;

import jakarta.ejb.Local;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The portal's inbox (お知らせ) of the account that is signed in; nobody sees another's. */
@Local
public interface NoticeBoxDesk {
    /** One's own notices, latest first. */
    Page<NoticeLine> listMine(PageRequest request);

    /** How many of them are unread. */
    long countUnread();

    /** Opens one of them; from then on it is read. */
    NoticeView open(UUID noticeId);

    /** Marks all of them read. */
    void markAllRead();
}
