package jp.yakuba.approval.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.approval.api.ProposalEventLine;
import jp.yakuba.kernel.HouseJson;
import jp.yakuba.kernel.Sha256;

/**
 * A line of a proposal's history (決裁の経過), written once. Its hash covers everything it says and the hash of the line before,
 * so that no line is changed, taken out or put in unnoticed.
 */
@Entity
@Table(name = "apv_event")
public class ProposalEvent {
    /** Stands before the first line. */
    public static final String START = "0".repeat(64);

    @EmbeddedId
    private Key key;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    private UUID actorId;
    private String actorName;
    private String post;
    private String postName;
    private Integer step;
    private String words;

    @Column(name = "words_hash")
    private String wordsHash;

    private String details;
    private int textVersion;
    private String contentHash;

    @Column(name = "previous_hash")
    private String previous;

    private String hash;

    /** Which line of which proposal's history. */
    @Embeddable
    public record Key(UUID proposalId, int number) implements Serializable {}

    /** Who did it, through which post; nobody's post for the office itself. */
    record Doer(UUID id, String name, String post, String postName) {}

    /** What it was about: a stop, words, more in canonical form. */
    record Matter(Integer step, String words, String details) {}

    protected ProposalEvent() {
        // for JPA
    }

    ProposalEvent(Proposal proposal, EventKind kind, Doer doer, Matter matter, Instant at) {
        this.key = new Key(proposal.id(), proposal.events());
        this.at = at;
        this.kind = kind;
        this.actorId = doer.id();
        this.actorName = doer.name();
        this.post = doer.post();
        this.postName = doer.postName();
        this.step = matter.step();
        this.words = matter.words();
        this.wordsHash = hashOfWords(matter.words());
        this.details = matter.details();
        this.textVersion = proposal.textVersion();
        this.contentHash = proposal.contentHash();
        this.previous = proposal.chainHash();
        this.hash = computedHash();
    }

    private String hashOfWords(String said) {
        return said == null ? null : Sha256.hex(key.proposalId() + "/" + key.number() + "\n" + said);
    }

    /** False if the words are others than were written; where they went with the record of what was decided only their hash is left. */
    boolean holdsWords(boolean gone) {
        return wordsHash == null || gone && words == null || wordsHash.equals(hashOfWords(words));
    }

    /** The hash that the line must have for what it says; it covers the words by their hash, so that they can go and the line stays proven. */
    String computedHash() {
        var json = HouseJson.JSON.createObjectBuilder()
                .add("actor", text(actorId))
                .add("actorName", actorName)
                .add("at", at.toString())
                .add("content", text(contentHash))
                .add("details", text(details))
                .add("kind", kind.name())
                .add("number", key.number())
                .add("post", text(post))
                .add("postName", text(postName))
                .add("previous", previous)
                .add("proposal", key.proposalId().toString())
                .add("step", step == null ? 0 : step)
                .add("textVersion", textVersion)
                .add(wordsHash == null ? "words" : "wordsHash", text(wordsHash == null ? words : wordsHash)); // neither can pass for the other
        return Sha256.hex(json.build().toString());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    public int number() {
        return key.number();
    }

    public EventKind kind() {
        return kind;
    }

    /** Code of the post through which it was done; null for the office itself. */
    public String post() {
        return post;
    }

    /** True if the line is about the stop. */
    public boolean isAbout(ProposalStep other) {
        return step != null && step == other.number();
    }

    /** The hash of this line. */
    public String hash() {
        return hash;
    }

    String previous() {
        return previous;
    }

    int textVersion() {
        return textVersion;
    }

    String contentHash() {
        return contentHash;
    }

    /** As people read it. */
    public ProposalEventLine view() {
        return new ProposalEventLine(
                key.number(), at, kind.name(), actorName, postName, step, words, textVersion, contentHash, hash);
    }
}
