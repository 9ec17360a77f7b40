package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView.HistoryLine;

/** One step in the history of an application (経過); written once and never changed. */
@Entity
@Table(name = "apl_history")
public class HistoryEntry {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "application_id", updatable = false)
    private Application application;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, updatable = false)
    private Instant at;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ApplicationState state;

    @Column(nullable = false, updatable = false)
    private String who;

    @Column(updatable = false)
    private String words;

    protected HistoryEntry() {
        // for JPA
    }

    HistoryEntry(Application application, int number, ApplicationState state, Occasion occasion) {
        this.id = UUID.randomUUID();
        this.application = application;
        this.number = number;
        this.state = state;
        this.at = occasion.at();
        this.who = occasion.who();
        this.words = occasion.words();
    }

    HistoryLine line() {
        return new HistoryLine(at, state, who, words);
    }
}
