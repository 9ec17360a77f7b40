package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.kernel.Assurance;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A draft (下書き): what somebody has typed so far for one bundle of procedures. Every save keeps it thirty days longer;
 * once submitted it only remembers its bundle.
 */
@Entity
@DynamicUpdate
@Table(name = "apl_draft")
public class Draft {
    /** How long a draft is kept after it was last touched. */
    public static final Duration KEPT = Duration.ofDays(30);

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, columnDefinition = "text")
    private Assurance openedWith;

    @Column(updatable = false)
    private UUID mandateId;

    @Column(updatable = false)
    private String guide;

    @Column(nullable = false, updatable = false)
    private String procedures;

    @Column(nullable = false, columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private Answers answers;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant savedAt;

    @Column(nullable = false)
    private Instant keptUntil;

    private UUID bundleId;

    private UUID correctionId;

    protected Draft() {
        // for JPA
    }

    /**
     * Who opens a draft.
     *
     * @param assurance how surely known; whoever is known less surely later does not see what stands in it
     * @param mandateId under which the account acts for somebody else; null for itself
     */
    public record Opener(UUID accountId, Assurance assurance, UUID mandateId) {}

    /** Opens a draft of the account. */
    public static Draft open(
            Opener opener, String guide, List<String> procedures, Map<String, String> answers, Instant at) {
        var draft = new Draft();
        draft.id = UUID.randomUUID();
        draft.accountId = opener.accountId();
        draft.openedWith = opener.assurance();
        draft.mandateId = opener.mandateId();
        draft.guide = guide;
        draft.procedures = String.join(",", procedures);
        draft.answers = new Answers(answers);
        draft.createdAt = at;
        draft.touch(at);
        return draft;
    }

    /** Opens the answer to a correction, which begins with what the application says now. */
    public static Draft answering(Opener opener, Correction correction, Application application, Instant at) {
        var draft = open(opener, null, List.of(application.arrival().procedure()), application.answers(), at);
        draft.correctionId = correction.id();
        return draft;
    }

    /** Puts other answers in place of all. */
    public void rewrite(Map<String, String> all, Instant at) {
        answers = new Answers(all);
        touch(at);
    }

    /** Remembers what it became. */
    public void becameBundle(UUID bundle, Instant at) {
        bundleId = bundle;
        touch(at);
    }

    private void touch(Instant at) {
        savedAt = at;
        keptUntil = at.plus(KEPT);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID accountId() {
        return accountId;
    }

    /** How surely whoever opened it was known. */
    public Assurance openedWith() {
        return openedWith;
    }

    public UUID mandateId() {
        return mandateId;
    }

    public String guide() {
        return guide;
    }

    /** Codes of the procedures, in the order of the guide. */
    public List<String> procedures() {
        return List.of(procedures.split(","));
    }

    public Map<String, String> answers() {
        return answers.byPath();
    }

    /** The correction that it answers; null for an ordinary draft. */
    public UUID correctionId() {
        return correctionId;
    }

    /** The bundle that it became or went into; null while it was not sent. */
    public UUID bundleId() {
        return bundleId;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public Instant keptUntil() {
        return keptUntil;
    }

    public boolean isSubmitted() {
        return bundleId != null;
    }
}
