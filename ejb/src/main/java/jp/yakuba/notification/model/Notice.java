package jp.yakuba.notification.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.notification.api.NoticeLine;
import jp.yakuba.notification.api.NoticeView;

/** A notice to one person (お知らせ): its words are fixed when it is ordered; only whether it was read changes. */
@Entity
@Table(name = "ntf_notice")
public class Notice {
    @Id
    private UUID id;

    private String onceKey;
    private UUID accountId;
    private String language;
    private String template;
    private String subject;
    private String body;
    private String mailBody;
    private String link;
    private Instant orderedAt;
    private Instant readAt;

    protected Notice() {
        // for JPA
    }

    /** The person opens it. */
    public void open(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    /** The language in which it is written. */
    public String language() {
        return language;
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** Name of its template. */
    public String template() {
        return template;
    }

    /** Its heading. */
    public String subject() {
        return subject;
    }

    /** The words of its mail; null once that is sent, or if there is none. */
    public String mailBody() {
        return mailBody;
    }

    /** The notice in a list. */
    public NoticeLine line() {
        return new NoticeLine(id, subject, orderedAt, readAt == null, link);
    }

    /** The notice as it is read. */
    public NoticeView view() {
        return new NoticeView(id, subject, body, orderedAt, link);
    }
}
