package jp.yakuba.certificate.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.certificate.api.CertificateProblem;
import jp.yakuba.certificate.api.CopyLine;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.kernel.StrictXml;

/**
 * A request for a copy that this office makes for a resident of another town. The key to what the other office answers lies here, and is deleted with
 * the rest when all is handed over or the time is over; what is left is who asked whom when, by which letters, and what was issued.
 */
@Entity
@Table(name = "crt_request")
public class WideCopy {
    /** Clocks of offices differ, but not by more. */
    public static final Duration CLOCKS = Duration.ofMinutes(5);

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(nullable = false, updatable = false)
    private String peer;

    @Column(nullable = false, updatable = false)
    private String peerName;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private String askedBy;

    @Column(nullable = false, updatable = false)
    private Instant askedAt;

    @Column(nullable = false)
    private Instant eraseAt;

    private Instant erasedAt;

    @Enumerated(EnumType.STRING)
    private CopyState state;

    @Enumerated(EnumType.STRING)
    private CopyOutcome outcome;

    private String name;
    private byte[] request;
    private byte[] privateKey;
    private byte[] sealed;
    private String digest;
    private UUID answerRecord;
    private String answerNumber;
    private Instant answeredAt;
    private LocalDate asOf;
    private Instant lastIssueAt;

    protected WideCopy() {
        // for JPA
    }

    /**
     * Where a request goes, and the letter as which it leaves.
     *
     * @param section that asks
     */
    public record Way(String section, String peer, String peerName, UUID recordId, String number) {}

    /**
     * A letter that answers.
     *
     * @param recordId the record as which it was entered
     * @param number the sender's number
     * @param storedAt when all of it was kept here
     */
    public record Letter(UUID recordId, String number, Instant storedAt) {}

    /**
     * Asked by the letter.
     *
     * @param xml the request as it travels
     * @param privateKey the half of its key that stays
     * @param until when it lapses, and what came is deleted
     */
    public static WideCopy asked(CopyRequest request, Way way, byte[] xml, byte[] privateKey, Instant until) {
        var copy = new WideCopy();
        copy.id = request.id();
        copy.section = way.section();
        copy.peer = way.peer();
        copy.peerName = way.peerName();
        copy.recordId = way.recordId();
        copy.number = way.number();
        copy.askedBy = request.clerk();
        copy.askedAt = request.askedAt();
        copy.eraseAt = until;
        copy.state = CopyState.WAITING;
        copy.name = request.name();
        copy.request = xml.clone();
        copy.privateKey = privateKey.clone();
        return copy;
    }

    /** Takes the first answer. One that comes too late, or once it is withdrawn, is a record and nothing else; false then. */
    public boolean answer(CopyReply reply, Letter letter) {
        if (state != CopyState.WAITING || !letter.storedAt().isBefore(eraseAt)) {
            return false;
        }
        outcome = reply.outcome();
        answerRecord = letter.recordId();
        answerNumber = letter.number();
        answeredAt = letter.storedAt();
        if (outcome == CopyOutcome.TOLD) {
            state = CopyState.ANSWERED;
            sealed = reply.sealed();
            digest = Sha256.hex(sealed);
            asOf = dayOf(sealed);
        } else {
            state = CopyState.REFUSED;
            privateKey = null;
        }
        return true;
    }

    private LocalDate dayOf(byte[] content) {
        try {
            return open(content).asOf();
        } catch (ItemSeal.NotOpened | StrictXml.NotRead impossible) {
            throw new IllegalStateException("What was judged to be readable is not", impossible);
        }
    }

    /** Withdraws it before anything is issued. */
    public void withdraw(Instant now) {
        requireState(CopyState.WAITING, CopyState.ANSWERED);
        end(CopyState.WITHDRAWN, now);
    }

    /**
     * One more copy is issued.
     *
     * @param asOf the day whose ledger says what it says; it is attested as of that day, and issued on no other
     */
    public void issue(Instant now, LocalDate asOf) {
        requireState(CopyState.ANSWERED, CopyState.ISSUED);
        if (!now.isBefore(eraseAt)) {
            throw new RuleViolation(CertificateProblem.NOT_IN_THIS_STATE);
        }
        if (!asOf.equals(day(now))) {
            throw new RuleViolation(CertificateProblem.ANSWER_OF_ANOTHER_DAY);
        }
        state = CopyState.ISSUED;
        lastIssueAt = now; // whoever saw it before sees it anew first
    }

    /**
     * Nothing more is issued.
     *
     * @param fetched true if the sheet of a copy that stands was fetched, and handed over; where every sheet is void it is withdrawn
     */
    public void finish(Instant now, boolean fetched) {
        requireState(CopyState.ISSUED);
        end(fetched ? CopyState.DONE : CopyState.WITHDRAWN, now);
    }

    /**
     * Its time is over.
     *
     * @param fetched true if the sheet of a copy that stands was fetched
     */
    public void expire(Instant now, boolean fetched) {
        if (erasedAt == null && !now.isBefore(eraseAt)) {
            var over = state == CopyState.ISSUED && fetched ? CopyState.DONE : state.isOpen() ? CopyState.LAPSED : state;
            end(over, now);
        }
    }

    private void end(CopyState last, Instant now) {
        state = last;
        name = null;
        request = null;
        privateKey = null;
        sealed = null;
        erasedAt = now;
    }

    private void requireState(CopyState... any) {
        if (!List.of(any).contains(state)) {
            throw new RuleViolation(CertificateProblem.NOT_IN_THIS_STATE);
        }
    }

    /** Refuses whoever saw an older version. */
    public void requireVersion(long seen) {
        if (seen != version) {
            throw new RuleViolation(CertificateProblem.CHANGED_MEANWHILE);
        }
    }

    /** What the copy says; null unless it is here. */
    public CopyItems items() throws ItemSeal.NotOpened, StrictXml.NotRead {
        return sealed == null ? null : open(sealed);
    }

    /** What was sealed to the key of this request; null once the key is deleted. */
    public CopyItems open(byte[] content) throws ItemSeal.NotOpened, StrictXml.NotRead {
        return privateKey == null ? null : WideCopyXml.readItems(ItemSeal.open(content, privateKey, request().key(), id));
    }

    /** True until the key to what comes is deleted. */
    public boolean hasKey() {
        return privateKey != null;
    }

    /** True once nothing of what came, and of whoever asked, is here. */
    public boolean isErased() {
        return erasedAt != null;
    }

    /** True if the office was asked. */
    public boolean isOf(String office) {
        return peer.equals(office);
    }

    /** True if what was sealed to the key of this request answers what was asked, as of a day since then; always true once the key is deleted. */
    public boolean isAnsweredBy(byte[] content, Instant now) throws ItemSeal.NotOpened, StrictXml.NotRead {
        var items = open(content);
        return items == null || items.answers(request()) && !items.asOf().isBefore(day(askedAt.minus(CLOCKS))) && !items.asOf().isAfter(day(now.plus(CLOCKS)));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(OfficeClock.ZONE).toLocalDate();
    }

    /** What was asked; null once it is deleted. */
    public CopyRequest request() throws StrictXml.NotRead {
        return request == null ? null : WideCopyXml.readRequest(request);
    }

    /** The request in a line. */
    public CopyLine line(int copies) {
        return new CopyLine(id, name, peer, peerName, state, outcome, number, askedAt, answeredAt, asOf, null, false, copies);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String section() {
        return section;
    }

    public String peerName() {
        return peerName;
    }

    public UUID recordId() {
        return recordId;
    }

    public CopyState state() {
        return state;
    }

    public String askedBy() {
        return askedBy;
    }

    public String answerNumber() {
        return answerNumber;
    }

    public Instant eraseAt() {
        return eraseAt;
    }
}
