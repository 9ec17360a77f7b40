package jp.yakuba.document.model.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchView;

/** One recipient of what was sent out, the way, and the fair copy made for it. */
@Entity
@Table(name = "doc_delivery")
public class Delivery {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private DispatchChannel channel;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private UUID accountId;

    @Column(updatable = false)
    private String mail;

    @Column(updatable = false)
    private String postalCode;

    @Column(updatable = false)
    private String address;

    @Column(updatable = false)
    private LocalDate postedUntil;

    @Column(updatable = false)
    private String sha256;

    @Column(nullable = false, updatable = false)
    private Instant orderedAt;

    private Instant openedAt;

    @Column(insertable = false, updatable = false)
    private boolean gone;

    protected Delivery() {
        // for JPA
    }

    /** Ordered for the addressee, with the fair copy. */
    public static Delivery ordered(UUID recordId, int position, Addressee to, String sha256, Instant at) {
        var delivery = new Delivery();
        delivery.id = UUID.randomUUID();
        delivery.recordId = recordId;
        delivery.position = position;
        delivery.channel = to.channel();
        delivery.name = to.name();
        delivery.personId = to.personId();
        delivery.accountId = to.accountId();
        delivery.mail = to.mail();
        delivery.postalCode = to.postalCode();
        delivery.address = to.address();
        delivery.postedUntil = to.until();
        delivery.sha256 = sha256;
        delivery.orderedAt = at;
        return delivery;
    }

    /** The resident opens it; true the first time. */
    public boolean open(Instant at) {
        if (openedAt != null) {
            return false;
        }
        openedAt = at;
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID recordId() {
        return recordId;
    }

    public DispatchChannel channel() {
        return channel;
    }

    public String name() {
        return name;
    }

    /** True once the file of its record is gone: to whom it went is not known any more. */
    public boolean isGone() {
        return gone;
    }

    /** The resident it goes to; null for a body outside. */
    public UUID personId() {
        return personId;
    }

    /** The account in whose inbox it lies; null on other ways. */
    public UUID accountId() {
        return accountId;
    }

    /** Where mail goes; null on other ways. */
    public String mail() {
        return mail;
    }

    /** Postal code of a body outside. */
    public String postalCode() {
        return postalCode;
    }

    /** Address of a body outside. */
    public String address() {
        return address;
    }

    /** When it was sent. */
    public Instant orderedAt() {
        return orderedAt;
    }

    /** The fair copy; null once it is gone. */
    public String sha256() {
        return sha256;
    }

    /** As people see it. */
    public DispatchView.Delivery view() {
        return new DispatchView.Delivery(id, channel, name, mail, postedUntil, orderedAt, openedAt);
    }
}
