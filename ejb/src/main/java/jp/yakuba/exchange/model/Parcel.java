package jp.yakuba.exchange.model;

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
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.exchange.api.ParcelState;

/** A message that leaves, to one office; what it says never changes, only how far it is. */
@Entity
@Table(name = "exc_parcel")
public class Parcel {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID delivery;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String peer;

    @Column(nullable = false, updatable = false)
    private UUID conversation;

    @Column(nullable = false, updatable = false)
    private int sequence;

    @Column(nullable = false, updatable = false)
    private String service;

    @Column(nullable = false, updatable = false)
    private int serviceVersion;

    @Column(updatable = false)
    private byte[] serviceContent;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private LocalDate dated;

    @Column(nullable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private LetterMark mark;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(updatable = false)
    private String toSection;

    @Column(updatable = false)
    private UUID replyTo;

    @Column(updatable = false)
    private LocalDate deadline;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ParcelState state;

    private String sha256;

    private Long bytes;

    @Column(nullable = false, updatable = false)
    private Instant orderedAt;

    private Instant nextAt;

    @Column(nullable = false)
    private int attempts;

    private String problem;

    private Instant handedOverAt;

    private Instant answeredAt;

    private byte[] answer;

    private String theirNumber;

    private String fault;

    @Column(nullable = false)
    private boolean claimed;

    private Instant takeBackAt;

    private Instant againAt;

    /** Written by the store alone, beside whatever else is under way. */
    @Column(insertable = false, updatable = false)
    private Instant offeredAt;

    @Version
    private long version;

    protected Parcel() {
        // for JPA
    }

    /** Ordered by a deed, at its place of a conversation. */
    public static Parcel ordered(UUID delivery, UUID recordId, String peer, LetterHead head, String section, Instant at) {
        var parcel = new Parcel();
        parcel.id = head.messageId();
        parcel.delivery = delivery;
        parcel.recordId = recordId;
        parcel.peer = peer;
        parcel.conversation = head.conversationId();
        parcel.sequence = head.sequence();
        parcel.service = head.service();
        parcel.serviceVersion = head.serviceVersion();
        parcel.number = head.number();
        parcel.dated = head.date();
        parcel.title = head.title();
        parcel.mark = head.mark();
        parcel.section = section;
        parcel.toSection = head.recipient().section();
        parcel.replyTo = head.replyTo();
        parcel.deadline = head.deadline();
        parcel.state = ParcelState.ORDERED;
        parcel.orderedAt = at;
        parcel.nextAt = at;
        return parcel;
    }

    /** With what a program of the recipient reads. */
    public Parcel carrying(byte[] content) {
        serviceContent = content == null ? null : content.clone();
        return this;
    }

    /** Its container is made: from now on it is this one, whatever is repeated. */
    public void seal(String hash, long size) {
        state = ParcelState.SEALED;
        sha256 = hash;
        bytes = size;
        problem = null;
    }

    /** The peer keeps all of it; its answer is asked for at the moment. */
    public void handOver(Instant at, Instant askAt) {
        boolean first = state == ParcelState.SEALED;
        letGo(at, askAt);
        if (first) {
            state = ParcelState.HANDED_OVER;
            handedOverAt = at;
            attempts = 0;
        }
        problem = null;
    }

    /** The peer's signed receipt is here. */
    public void receipt(byte[] signed, String number, Instant at) {
        settle(ParcelState.RECEIPTED, signed, at);
        theirNumber = number;
        fault = null;
    }

    /** The peer's signed refusal is here. */
    public void refuse(byte[] signed, String code, Instant at) {
        settle(ParcelState.REFUSED, signed, at);
        fault = code;
    }

    /**
     * It is wanted back: whoever works on it stops, and the peer is told next. One that the peer cannot have heard of ends at once; one that was
     * given up is taken up for that alone.
     */
    public void takeBack(Instant at) {
        takeBackAt = at;
        attempts = 0;
        if (state == ParcelState.GIVEN_UP) {
            state = isHandedOver() ? ParcelState.HANDED_OVER : ParcelState.SEALED;
            problem = null;
        }
        if (state == ParcelState.ORDERED) {
            cancel();
        } else if (!claimed) {
            nextAt = at;
        }
    }

    /** Ordered again after it was given up: the same message, and the same container if there is one. */
    public void again(Instant at) {
        state = sha256 == null ? ParcelState.ORDERED : ParcelState.SEALED;
        againAt = at;
        nextAt = at;
        attempts = 0;
        problem = null;
        takeBackAt = null;
    }

    /** Whoever worked on it has stopped; it goes on when it may. */
    public void release(Instant at) {
        claimed = false;
        nextAt = at;
    }

    /** Taken back before the peer judged it. */
    public void cancel() {
        close(ParcelState.CANCELLED);
    }

    /** Given up: nobody tries again. */
    public void giveUp(String why) {
        close(ParcelState.GIVEN_UP);
        problem = why;
    }

    /** Something was in the way; it is tried again later. */
    public void mustWait(String why, Instant at, Instant until) {
        letGo(at, until);
        problem = why;
    }

    /** It lies until the peer collects it; looked at again at the moment. */
    public void lie(Instant until) {
        claimed = false;
        problem = null;
        nextAt = until;
    }

    /** Tried at the moment, whatever pause it had; if somebody is at it, it is being tried. */
    public void tryAt(Instant moment) {
        attempts = 0;
        if (!claimed) {
            nextAt = moment;
        }
    }

    /** What was asked back while somebody worked on it is not left to wait for a pause, the first time. */
    private void letGo(Instant at, Instant until) {
        claimed = false;
        nextAt = isWantedBack() && attempts == 0 ? at : until;
        attempts++;
    }

    private void settle(ParcelState end, byte[] signed, Instant at) {
        close(end);
        answer = signed.clone();
        answeredAt = at;
        handedOverAt = handedOverAt == null ? at : handedOverAt;
        problem = null;
    }

    private void close(ParcelState end) {
        state = end;
        nextAt = null;
        claimed = false;
    }

    /** True if it was asked back, whether or not that came in time. */
    public boolean isWantedBack() {
        return takeBackAt != null;
    }

    /** True if the peer may have all of it, whether or not it ever said so. */
    public boolean isOffered() {
        return offeredAt != null;
    }

    /** True once the peer kept all of it. */
    public boolean isHandedOver() {
        return handedOverAt != null;
    }

    /** True while somebody works on it. */
    public boolean isClaimed() {
        return claimed;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    /** From when the days are counted after which it is given up. */
    public Instant triedSince() {
        if (takeBackAt != null) {
            return takeBackAt;
        }
        return againAt == null ? orderedAt : againAt;
    }

    /** True while it is under way. */
    public boolean isOpen() {
        return nextAt != null;
    }

    public UUID id() {
        return id;
    }

    public UUID recordId() {
        return recordId;
    }

    /** Reason code of the refusal; null unless it was refused. */
    public String fault() {
        return fault;
    }

    /** When the answer came; null until then. */
    public Instant answeredAt() {
        return answeredAt;
    }

    /** Code of the office it goes to. */
    public String peer() {
        return peer;
    }

    public ParcelState state() {
        return state;
    }

    /** Section that sends it. */
    public String section() {
        return section;
    }

    /** Hash of its container; null until it is made. */
    public String sha256() {
        return sha256;
    }

    /** Size of its container in bytes. */
    public long bytes() {
        return bytes;
    }

    /** How often it was tried since it was last moved on. */
    public int attempts() {
        return attempts;
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

    /** What a program of the recipient reads; null in a plain letter. */
    public byte[] serviceContent() {
        return serviceContent == null ? null : serviceContent.clone();
    }

    /** The signed answer; null until it is here. */
    public byte[] answer() {
        return answer == null ? null : answer.clone();
    }

    /** The head it travels with, between the two offices. */
    public LetterHead head(LetterHead.Party from, LetterHead.Party to) {
        return new LetterHead(id, conversation, sequence, from, new LetterHead.Party(to.code(), to.name(), toSection), number, dated, title, mark,
                replyTo, deadline, service, serviceVersion, java.util.List.of());
    }

    /** As it is listed. */
    public ParcelLine line(String peerName) {
        return new ParcelLine(id, recordId, peer, peerName, toSection, number, title, mark, section, state, orderedAt, handedOverAt, answeredAt,
                theirNumber, fault, problem, attempts, nextAt, bytes, deadline, takeBackAt, offeredAt, version);
    }
}
