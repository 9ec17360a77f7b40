package jp.yakuba.document.model.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.document.api.SignatureStage;

/** What was put beside a signed copy: the same bytes with a time stamp, certificates and lists behind them. */
@Entity
@Table(name = "doc_signature_version")
public class SignatureVersion {
    /** The signed copy and the place after it. */
    @Embeddable
    public record Place(String original, int number) implements Serializable {}

    @EmbeddedId
    private Place place;

    @Column(nullable = false, updatable = false)
    private String sha256;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private SignatureStage stage;

    @Column(nullable = false, updatable = false)
    private Instant madeAt;

    @Column(nullable = false, updatable = false)
    private Instant stampUntil;

    protected SignatureVersion() {
        // for JPA
    }

    /** The next version of a signed copy. */
    public static SignatureVersion next(Place place, String sha256, SignatureStage stage, Instant madeAt, Instant stampUntil) {
        var version = new SignatureVersion();
        version.place = place;
        version.sha256 = sha256;
        version.stage = stage;
        version.madeAt = madeAt;
        version.stampUntil = stampUntil;
        return version;
    }

    /** The signed copy beside which it stands. */
    public String original() {
        return place.original();
    }

    /** As people see it. */
    public SignatureLine.Version view() {
        return new SignatureLine.Version(place.number(), sha256, stage, madeAt, stampUntil);
    }
}
