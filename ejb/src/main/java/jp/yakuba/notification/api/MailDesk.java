package jp.yakuba.notification.api;

import jakarta.ejb.Local;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The operator's desk for mail (メール送信管理): what waits, what failed, send again. */
@Local
public interface MailDesk {
    /** Mails that are not sent, or, with {@code strandedOnly}, those that failed or are unsure; latest first. */
    Page<MailLine> list(boolean strandedOnly, PageRequest request);

    /** How many wait to be sent. */
    long countWaiting();

    /** How many failed or are unsure. */
    long countStranded();

    /** Sends a failed or unsure mail again. */
    void sendAgain(UUID noticeId, String reason);
}
