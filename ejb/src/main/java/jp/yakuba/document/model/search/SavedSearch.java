package jp.yakuba.document.model.search;

import static jp.yakuba.document.api.DocumentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.document.api.DocumentProblem.SEARCH_EMPTY;
import static jp.yakuba.document.api.DocumentProblem.SEARCH_NAME_MISSING;
import static jp.yakuba.document.api.DocumentProblem.TEXT_TOO_LONG;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.api.SavedSearchView;
import jp.yakuba.kernel.RuleViolation;

/** What a member of staff looks for again and again (保存した検索), under a name that is the owner's own. */
@Entity
@Table(name = "doc_saved_search")
public class SavedSearch {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WORDS = 200;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private UUID staffId;

    @Column(nullable = false)
    private String name;

    private String words;
    private String direction;
    private String section;

    @Enumerated(EnumType.STRING)
    private RecordState state;

    private LocalDate fromDay;
    private LocalDate untilDay;
    private String person;
    private String dossier;

    @Column(nullable = false)
    private Instant savedAt;

    protected SavedSearch() {
        // for JPA
    }

    /** A new one of the member of staff. */
    public static SavedSearch of(UUID staffId, String name, RecordQuery query, Instant at) {
        var saved = new SavedSearch();
        saved.id = UUID.randomUUID();
        saved.staffId = staffId;
        saved.change(name, query, at);
        return saved;
    }

    /** Looks for this from now on. */
    public final void change(String newName, RecordQuery query, Instant at) {
        if (newName == null || newName.isBlank()) {
            throw new RuleViolation(SEARCH_NAME_MISSING);
        }
        if (query.isEmpty()) {
            throw new RuleViolation(SEARCH_EMPTY);
        }
        name = given(newName, LONGEST_NAME);
        words = given(query.words(), LONGEST_WORDS);
        direction = given(query.direction(), LONGEST_WORDS);
        section = given(query.section(), LONGEST_WORDS);
        state = query.state();
        fromDay = query.from();
        untilDay = query.until();
        person = given(query.person(), LONGEST_WORDS);
        dossier = given(query.dossier(), LONGEST_WORDS);
        savedAt = at;
    }

    private static String given(String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw new RuleViolation(TEXT_TOO_LONG, longest);
        }
        return text.strip();
    }

    /** Refuses a deed by somebody who saw an earlier state. */
    public void expect(long seen) {
        if (seen != version) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    public UUID id() {
        return id;
    }

    public SavedSearchView view() {
        return new SavedSearchView(id, version, name,
                new RecordQuery(words, direction, section, state, fromDay, untilDay, person, dossier));
    }
}
