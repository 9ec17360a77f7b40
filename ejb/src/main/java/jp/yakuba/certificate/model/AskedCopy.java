package jp.yakuba.certificate.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.kernel.Sha256;

/** What another office asked of this office's ledger, and how this one answered; it says who was told of by their ids, and nothing of what was told. */
@Entity
@Table(name = "crt_asked")
public class AskedCopy {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private String peer;

    @Column(nullable = false, updatable = false)
    private String peerName;

    @Column(nullable = false, updatable = false)
    private UUID request;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private String clerk;

    @Column(nullable = false, updatable = false)
    private String content;

    @Column(nullable = false, updatable = false)
    private LocalDate born;

    @Column(nullable = false, updatable = false)
    private String address;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private Instant answeredAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private CopyOutcome outcome;

    private UUID answerRecord;

    @Column(updatable = false)
    private UUID asking;

    private String facts;
    private boolean closed;
    private boolean unread;

    @ElementCollection
    @CollectionTable(name = "crt_asked_person", joinColumns = @JoinColumn(name = "asked_id"))
    @Column(name = "person_id")
    private Set<UUID> persons = new HashSet<>();

    protected AskedCopy() {
        // for JPA
    }

    /**
     * The letter that asks.
     *
     * @param recordId the record as which it was entered
     * @param number the sender's number
     */
    public record Letter(String peer, String peerName, UUID recordId, String number) {}

    /**
     * How it is answered.
     *
     * @param recordId the record of the letter that answers
     * @param asking whoever asked, as far as the ledger knows; null if it does not
     * @param persons who was told of
     * @param facts digest of what the ledger says of the household; null unless it is told
     */
    public record Answer(CopyOutcome outcome, UUID recordId, UUID asking, Set<UUID> persons, String facts) {
        public Answer {
            persons = Set.copyOf(persons);
        }
    }

    /** Answered. */
    public static AskedCopy answered(UUID id, Letter letter, CopyRequest request, byte[] content, Answer answer, Instant at) {
        var asked = new AskedCopy();
        asked.id = id;
        asked.peer = letter.peer();
        asked.peerName = letter.peerName();
        asked.request = request.id();
        asked.number = letter.number();
        asked.clerk = request.clerk();
        asked.content = Sha256.hex(content);
        asked.born = request.birthDate();
        asked.address = request.address();
        asked.recordId = letter.recordId();
        asked.answerRecord = answer.recordId();
        asked.outcome = answer.outcome();
        asked.asking = answer.asking();
        asked.facts = answer.facts();
        asked.answeredAt = at;
        asked.persons.addAll(answer.persons());
        if (answer.asking() != null) {
            asked.persons.add(answer.asking());
        }
        return asked;
    }

    /** The answer did not leave, for it must not any more; another letter says that nothing is told. */
    public void answerInstead(CopyOutcome refusal, UUID letter) {
        outcome = refusal;
        answerRecord = letter;
        facts = null;
    }

    /**
     * It says where somebody lives who may be protected: its letters are for protection officers alone.
     *
     * @param nobodyReads true if the office has none
     */
    public void shut(boolean nobodyReads) {
        closed = true;
        unread = nobodyReads;
    }

    /** The record of the letter that answers has ended. */
    public void forgetAnswer() {
        answerRecord = null;
    }

    /** True if it was asked with just this content. */
    public boolean says(byte[] other) {
        return content.equals(Sha256.hex(other));
    }

    /** True if its letters are for protection officers alone. */
    public boolean isClosed() {
        return closed;
    }

    public UUID id() {
        return id;
    }

    public String peer() {
        return peer;
    }

    public String peerName() {
        return peerName;
    }

    public UUID request() {
        return request;
    }

    public String number() {
        return number;
    }

    public UUID recordId() {
        return recordId;
    }

    public CopyOutcome outcome() {
        return outcome;
    }

    /** The record of the letter that answers; null once it has ended. */
    public UUID answerRecord() {
        return answerRecord;
    }

    public UUID asking() {
        return asking;
    }

    /** Digest of what the ledger said of the household; null unless it is told. */
    public String facts() {
        return facts;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    /** Who asked, as far as the ledger knows, and who was told of. */
    public Set<UUID> persons() {
        return Set.copyOf(persons);
    }
}
