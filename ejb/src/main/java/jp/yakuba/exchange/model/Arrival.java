package jp.yakuba.exchange.model;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.ArrivalLine;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.QuarantineLine;
import jp.yakuba.exchange.api.TransferView;

/** A message that arrives, as its sender announced it, and what became of it. */
@Entity
@Table(name = "exc_arrival")
public class Arrival {
    @EmbeddedId
    private ArrivalKey key;

    @Column(nullable = false, updatable = false)
    private UUID conversation;

    @Column(nullable = false, updatable = false)
    private int sequence;

    @Column(nullable = false, updatable = false)
    private String service;

    @Column(nullable = false, updatable = false)
    private String sha256;

    @Column(nullable = false, updatable = false)
    private long bytes;

    @Column(nullable = false, updatable = false)
    private int chunkBytes;

    @Column(nullable = false, updatable = false)
    private int chunks;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ArrivalState state;

    @Column(nullable = false, updatable = false)
    private Instant openedAt;

    private Instant storedAt;

    private Instant judgedAt;

    private Instant nextAt;

    @Column(nullable = false)
    private int attempts;

    private String problem;

    private byte[] answer;

    private Instant answerDue;

    @Column(nullable = false)
    private int answerAttempts;

    private byte[] report;

    private String fault;

    private String detail;

    private UUID recordId;

    private String theirNumber;

    @Enumerated(EnumType.STRING)
    private LetterMark mark;

    private UUID replyTo;

    private LocalDate deadline;

    @Column(nullable = false)
    private int judgedAgain;

    private String againFault;

    private String againDetail;

    @Version
    private long version;

    protected Arrival() {
        // for JPA
    }

    /** True if the announcement is that of this message. */
    public boolean isAnnouncedBy(OpenTransfer transfer) {
        return conversation.equals(transfer.conversation()) && sequence == transfer.sequence() && service.equals(transfer.service())
                && sha256.equals(transfer.sha256()) && bytes == transfer.bytes() && chunkBytes == transfer.chunkBytes()
                && chunks == transfer.chunks().size();
    }

    /** All of it is kept. */
    public void store(Instant at) {
        state = ArrivalState.STORED;
        storedAt = at;
        nextAt = at;
    }

    /** Verified and entered as the record. */
    public void accept(LetterHead head, UUID record, byte[] checked, byte[] receipt, Instant at) {
        judge(ArrivalState.ACCEPTED, receipt, at);
        fault = null;
        detail = null;
        recordId = record;
        report = checked.clone();
        theirNumber = head.number();
        mark = head.mark();
        replyTo = head.replyTo();
        deadline = head.deadline();
    }

    /** Refused for the fault. */
    public void refuse(String code, String what, byte[] refusal, Instant at) {
        judge(ArrivalState.REFUSED, refusal, at);
        fault = code;
        detail = what;
    }

    /** Judged again and refused again: the refusal that was given stays the answer, only what was found now is kept beside it. */
    public void refuseAgain(String code, String what) {
        state = ArrivalState.REFUSED;
        nextAt = null;
        problem = null;
        againFault = code;
        againDetail = what;
    }

    /** It is judged anew from the moment, as if it had just come; the refusal that was given stands until a receipt takes its place. */
    public void judgeAgain(Instant at) {
        state = ArrivalState.STORED;
        nextAt = at;
        attempts = 0;
        judgedAgain++;
        againFault = null;
        againDetail = null;
    }

    /** Nothing is decided now; it is due as soon as its office is served again. */
    public void rest(Instant at) {
        nextAt = at;
    }

    private void judge(ArrivalState end, byte[] signed, Instant at) {
        state = end;
        answer = signed.clone();
        answerDue = at;
        judgedAt = at;
        nextAt = null;
        problem = null;
    }

    /** Taken back by its sender. */
    public void cancel() {
        state = ArrivalState.CANCELLED;
        nextAt = null;
    }

    /** It cannot be judged now; it is tried again later. */
    public void mustWait(String why, Instant until) {
        attempts++;
        problem = why;
        nextAt = until;
    }

    /** True if its sender was given an answer, whatever is done with it now. */
    public boolean isAnswered() {
        return answer != null;
    }

    /** True if the answer is these bytes. */
    public boolean isAnsweredBy(byte[] signed) {
        return Arrays.equals(answer, signed);
    }

    /** The answer did not reach the sender; it is sent again later, unless the sender asks for it. */
    public void answerMustWait(Instant until) {
        answerAttempts++;
        answerDue = until;
    }

    /** As its sender sees it. */
    public TransferView view(List<Integer> missing) {
        return new TransferView(key.id(), state, missing, storedAt, fault);
    }

    /** As it is listed. */
    public ArrivalLine line(String peerName) {
        return new ArrivalLine(key.id(), key.peer(), peerName, state, openedAt, storedAt, judgedAt, recordId, theirNumber, mark, deadline, fault,
                detail, problem, bytes);
    }

    /** As it stands in quarantine. */
    public QuarantineLine quarantined(String peerName, Instant until, boolean whole) {
        return new QuarantineLine(line(peerName), service, judgedAgain, againFault, againDetail, until, whole);
    }

    public ArrivalKey key() {
        return key;
    }

    public ArrivalState state() {
        return state;
    }

    public UUID conversation() {
        return conversation;
    }

    public int sequence() {
        return sequence;
    }

    public String service() {
        return service;
    }

    public String sha256() {
        return sha256;
    }

    public long bytes() {
        return bytes;
    }

    /** Size in bytes of each of its pieces but the last. */
    public int chunkBytes() {
        return chunkBytes;
    }

    /** Number of its pieces. */
    public int chunks() {
        return chunks;
    }

    /** When all of it was kept; null before. */
    public Instant storedAt() {
        return storedAt;
    }

    public int attempts() {
        return attempts;
    }

    public int answerAttempts() {
        return answerAttempts;
    }

    public UUID recordId() {
        return recordId;
    }

    /** The signed answer; null until it is judged. */
    public byte[] answer() {
        return answer == null ? null : answer.clone();
    }

    /** What the check found, as the signature library reports it; null unless it was accepted. */
    public byte[] report() {
        return report == null ? null : report.clone();
    }

    /** Reason code of the refusal; null unless it was refused. */
    public String fault() {
        return fault;
    }

    /** When it was accepted or refused first or finally; null until then. */
    public Instant judgedAt() {
        return judgedAt;
    }

    /** True if it was judged. */
    public boolean isJudged() {
        return state == ArrivalState.ACCEPTED || state == ArrivalState.REFUSED;
    }
}
