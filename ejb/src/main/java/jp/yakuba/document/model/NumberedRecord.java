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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.model.history.CanonicalForm;
import jp.yakuba.kernel.Sha256;

/**
 * A record (文書) with its number in the register of its section and fiscal year. It comes in (収受) or goes out (施行)
 * once per cause; from then on nothing about it changes.
 */
@Entity
@Table(name = "doc_record")
public class NumberedRecord {
    private static final String VERSION = "yakuba-record-1";

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

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private NumberSeries series = NumberSeries.LETTER;

    @Column(nullable = false, updatable = false)
    private int branch = 1;

    @ElementCollection
    @CollectionTable(name = "doc_record_file", joinColumns = @JoinColumn(name = "record_id"))
    @OrderColumn(name = "position")
    private List<AttachedFile> files = new ArrayList<>();

    protected NumberedRecord() {
        // for JPA
    }

    /** Enters what is described under the number. */
    public static NumberedRecord entered(RecordEntry entry, RecordNumber number, Instant at) {
        var entered = described(entry, at);
        entered.direction = number.direction();
        entered.section = number.section();
        entered.fiscalYear = number.fiscalYear();
        entered.sequence = number.sequence();
        entered.number = number.words();
        return entered;
    }

    /** Enters what goes out under a number of any series. */
    public static NumberedRecord sent(RecordEntry entry, OutgoingNumber number, Instant at) {
        var entered = described(entry, at);
        entered.direction = Direction.OUT;
        entered.section = number.section();
        entered.fiscalYear = number.year();
        entered.sequence = number.sequence();
        entered.number = number.words();
        entered.series = number.series();
        entered.branch = number.branch();
        return entered;
    }

    /** Takes over what an earlier system has entered, under its number there and as of its day there. */
    public static NumberedRecord takenOver(RecordEntry entry, EarlierNumber number, Instant at) {
        var entered = described(entry, at);
        entered.direction = number.direction();
        entered.section = number.section();
        entered.fiscalYear = number.fiscalYear();
        entered.sequence = number.sequence();
        entered.number = number.words();
        entered.series = NumberSeries.IMPORTED;
        return entered;
    }

    private static NumberedRecord described(RecordEntry entry, Instant at) {
        var entered = new NumberedRecord();
        entered.id = UUID.randomUUID();
        entered.causeType = entry.causeType();
        entered.causeId = entry.causeId();
        entered.inReplyTo = entry.inReplyTo();
        entered.title = entry.title();
        entered.party = entry.party();
        entered.arrivedAt = entry.arrivedAt() == null ? null : entry.arrivedAt().truncatedTo(ChronoUnit.MICROS);
        entered.files.addAll(entry.files());
        entered.recordedAt = at.truncatedTo(ChronoUnit.MICROS);
        return entered;
    }

    /** SHA-256 over everything that was entered, in hexadecimal digits; files stand beside it in the history. */
    public String digest() {
        var form = new CanonicalForm(VERSION)
                .add(id).add(direction.name()).add(section).add(fiscalYear).add(sequence).add(number).add(title).add(party)
                .add(causeType).add(causeId).add(inReplyTo).add(arrivedAt).add(recordedAt);
        if (series != NumberSeries.LETTER || branch != 1) {
            form.add(series).add(branch); // records from before there were series have none in their form
        }
        return Sha256.hex(form.bytes());
    }

    public UUID id() {
        return id;
    }

    public String section() {
        return section;
    }

    public Direction direction() {
        return direction;
    }

    public String number() {
        return number;
    }

    /** True if it went out under a number of this office, which can go on with branches (枝番). */
    public boolean isBranched() {
        return direction == Direction.OUT && series != NumberSeries.IMPORTED;
    }

    /** The number of a record that went out. */
    public OutgoingNumber outgoing() {
        return new OutgoingNumber(series, section, OutgoingNumber.lettersIn(number), fiscalYear, sequence, branch);
    }

    public String title() {
        return title;
    }

    public String causeType() {
        return causeType;
    }

    public UUID causeId() {
        return causeId;
    }

    /** The record it answers or follows; null if none. */
    public UUID inReplyTo() {
        return inReplyTo;
    }

    /** Its files in order. */
    public List<AttachedFile> files() {
        return List.copyOf(files);
    }

    /** What others may know of it. */
    public RecordView view() {
        return new RecordView(id, number, direction.name(), section, title, recordedAt, fiscalYear);
    }
}
