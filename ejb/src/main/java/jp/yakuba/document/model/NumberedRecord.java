package jp.yakuba.document.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DispatchRecord;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.document.api.RecordView;

/**
 * A record (文書) with its number in the register of its section and fiscal year. It comes in (収受) or goes out (施行)
 * once per cause; from then on nothing about it changes.
 */
@Entity
@Table(name = "doc_record")
public class NumberedRecord {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Direction direction;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(nullable = false, updatable = false)
    private int fiscalYear;

    @Column(nullable = false, updatable = false)
    private long sequence;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private String title;

    @Column(nullable = false, updatable = false)
    private String party;

    @Column(nullable = false, updatable = false)
    private String causeType;

    @Column(nullable = false, updatable = false)
    private UUID causeId;

    @Column(updatable = false)
    private UUID inReplyTo;

    @Column(updatable = false)
    private Instant arrivedAt;

    @Column(nullable = false, updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "doc_record_file", joinColumns = @JoinColumn(name = "record_id"))
    @OrderColumn(name = "position")
    @Column(name = "sha256")
    private List<String> files = new ArrayList<>();

    protected NumberedRecord() {
        // for JPA
    }

    /** Receives what arrived under the number. */
    public static NumberedRecord received(ReceiveRecord command, RecordNumber number, Instant at) {
        var incoming = new NumberedRecord();
        incoming.causeType = command.causeType();
        incoming.causeId = command.causeId();
        incoming.title = command.title();
        incoming.party = command.sender();
        incoming.arrivedAt = command.arrivedAt();
        incoming.number(number, command.files(), at);
        return incoming;
    }

    /** Sends out what answers or follows another record. */
    public static NumberedRecord dispatched(DispatchRecord command, RecordNumber number, Instant at) {
        var outgoing = new NumberedRecord();
        outgoing.causeType = command.causeType();
        outgoing.causeId = command.causeId();
        outgoing.inReplyTo = command.inReplyTo();
        outgoing.title = command.title();
        outgoing.party = command.recipient();
        outgoing.number(number, command.files(), at);
        return outgoing;
    }

    private void number(RecordNumber given, List<String> attached, Instant at) {
        id = UUID.randomUUID();
        direction = given.direction();
        section = given.section();
        fiscalYear = given.fiscalYear();
        sequence = given.sequence();
        number = given.words();
        recordedAt = at;
        files.addAll(attached);
    }

    public UUID id() {
        return id;
    }

    /** What others may know of it. */
    public RecordView view() {
        return new RecordView(id, number, direction.name(), section, title, recordedAt, fiscalYear);
    }
}
