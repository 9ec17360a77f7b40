package jp.yakuba.document.model.disposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.ProtocolView;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.history.CanonicalForm;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.Sha256;

/**
 * What is left of a file that went (廃棄記録): its number, name, class, period and how much it was, why it went and by whose
 * hands. It never says what stood in it. Its digest stands in the file's history, so that a changed protocol is found.
 */
@Entity
@Table(name = "doc_protocol")
public class Protocol {
    private static final String VERSION = "yakuba-disposal-protocol-1";

    /** How a file goes. */
    public enum Kind {
        DESTRUCTION,
        TRANSFER
    }

    /** How much went. */
    public record Amount(int records, int files, long bytes) {}

    /**
     * What is said about the end itself.
     *
     * @param sequence number in the series of its year
     * @param receipt the archive's receipt; null for what is destroyed
     */
    public record End(Kind kind, FiscalYear year, long sequence, String reason, String receipt, LocalDate on, Instant at) {}

    @Id
    private UUID id;

    private int fiscalYear;
    private long sequence;
    private String number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private UUID disposalId;
    private UUID dossierId;
    private String section;
    private int dossierYear;
    private String dossierCode;
    private String dossierTitle;
    private String classNames;

    @Enumerated(EnumType.STRING)
    private RetentionClass retention;

    private String ground;
    private LocalDate keptFrom;
    private LocalDate keptUntil;
    private int records;
    private int files;
    private long bytes;
    private String reason;
    private UUID checkedBy;
    private String checkedName;
    private UUID reviewedBy;
    private String reviewedName;
    private UUID appraisedBy;
    private String appraisedName;
    private UUID confirmedBy;
    private String confirmedName;
    private String receipt;
    private LocalDate endedOn;
    private Instant endedAt;

    @Column(nullable = false)
    private String digest;

    protected Protocol() {
        // for JPA
    }

    /** The protocol of a file that goes now, on a list that was confirmed. */
    public static Protocol of(Dossier dossier, String classNames, Amount amount, Disposal list, End end) {
        var protocol = new Protocol();
        protocol.id = UUID.randomUUID();
        protocol.about(dossier, classNames, amount);
        protocol.by(list);
        protocol.kind = end.kind();
        protocol.fiscalYear = end.year().year();
        protocol.sequence = end.sequence();
        protocol.number = end.year() + (end.kind() == Kind.TRANSFER ? "移管第" : "廃棄第") + end.sequence() + "号";
        protocol.reason = end.reason();
        protocol.receipt = end.receipt();
        protocol.endedOn = end.on();
        protocol.endedAt = end.at();
        protocol.digest = protocol.digestOfWhatItSays();
        return protocol;
    }

    private void about(Dossier dossier, String names, Amount amount) {
        var seen = dossier.view(amount.records(), 0);
        dossierId = dossier.id();
        section = dossier.section();
        dossierYear = dossier.fiscalYear();
        dossierCode = seen.code();
        dossierTitle = seen.title();
        classNames = names;
        retention = seen.facts().retention() == RetentionClass.STANDING ? seen.facts().afterUse() : seen.facts().retention();
        ground = seen.facts().ground();
        keptFrom = seen.keptFrom();
        keptUntil = seen.keptUntil();
        records = amount.records();
        files = amount.files();
        bytes = amount.bytes();
    }

    private void by(Disposal list) {
        disposalId = list.id();
        checkedBy = list.checked().by();
        checkedName = list.checked().name();
        reviewedBy = list.reviewed().by();
        reviewedName = list.reviewed().name();
        appraisedBy = list.appraised().by();
        appraisedName = list.appraised().name();
        confirmedBy = list.confirmed().by();
        confirmedName = list.confirmed().name();
    }

    private String digestOfWhatItSays() {
        var form = new CanonicalForm(VERSION)
                .add(id).add(number).add(kind.name()).add(disposalId).add(dossierId).add(section).add(dossierYear)
                .add(dossierCode).add(dossierTitle).add(classNames).add(retention.name()).add(ground).add(keptFrom.toString())
                .add(keptUntil.toString()).add(records).add(files).add(bytes).add(reason).add(checkedBy).add(checkedName)
                .add(reviewedBy).add(reviewedName).add(appraisedBy).add(appraisedName).add(confirmedBy).add(confirmedName)
                .add(receipt).add(endedOn.toString()).add(endedAt);
        return Sha256.hex(form.bytes());
    }

    /** True if it still says what its digest was taken of. */
    public boolean isAsItWasWritten() {
        return digest.equals(digestOfWhatItSays());
    }

    /** Year and number in its series. */
    public String key() {
        return fiscalYear + "/" + sequence;
    }

    /** True if its number comes right after the one named; null before the first. */
    public boolean follows(String key) {
        return key != null && key.startsWith(fiscalYear + "/") ? key.equals(fiscalYear + "/" + (sequence - 1)) : sequence == 1;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String digest() {
        return digest;
    }

    public UUID dossierId() {
        return dossierId;
    }

    /** As people see it. */
    public ProtocolView view() {
        return new ProtocolView(id, number, kind == Kind.TRANSFER, disposalId, dossierId, section, dossierYear, dossierCode, dossierTitle,
                classNames, retention, ground, keptFrom, keptUntil, records, files, bytes, reason,
                List.of(checkedName, reviewedName, appraisedName, confirmedName), receipt, endedOn, endedAt, digest);
    }
}
