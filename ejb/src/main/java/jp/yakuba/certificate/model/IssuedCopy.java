package jp.yakuba.certificate.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.certificate.api.CertificateProblem;
import jp.yakuba.certificate.api.IssueLine;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;

/** A copy that was issued, under a number of its own. Its sheet is fetched once and is then nowhere but on paper; its digest stays. */
@Entity
@Table(name = "crt_issue")
public class IssuedCopy {
    private static final int LONGEST_REASON = 200;
    private static final String UNFETCHED = "期限までに用紙が取り出されなかった";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private UUID requestId;

    @Column(nullable = false, updatable = false)
    private int year;

    @Column(nullable = false, updatable = false)
    private int serial;

    @Column(nullable = false)
    private int fee;

    @Column(nullable = false, updatable = false)
    private Instant issuedAt;

    @Column(nullable = false, updatable = false)
    private String issuedBy;

    @Column(nullable = false, updatable = false)
    private String digest;

    private byte[] sheet;
    private Instant printedAt;
    private String spoiled;

    protected IssuedCopy() {
        // for JPA
    }

    /**
     * Its number (発行番号).
     *
     * @param year fiscal year, such as 2026
     * @param serial within the year, from 1
     */
    public record Number(int year, int serial) {
        @Override
        public String toString() {
            return String.format("%d-広-%06d", year, serial);
        }
    }

    /** Issued with the sheet. */
    public static IssuedCopy of(UUID id, UUID requestId, Number number, int fee, byte[] sheet, Instant at, String by) {
        var copy = new IssuedCopy();
        copy.id = id;
        copy.requestId = requestId;
        copy.year = number.year();
        copy.serial = number.serial();
        copy.fee = fee;
        copy.sheet = sheet.clone();
        copy.digest = Sha256.hex(sheet);
        copy.issuedAt = at;
        copy.issuedBy = by;
        return copy;
    }

    /** Hands the sheet out, once. */
    public byte[] print(Instant at) {
        if (sheet == null) {
            throw new RuleViolation(CertificateProblem.PRINTED_ALREADY);
        }
        var out = sheet;
        sheet = null;
        printedAt = at;
        return out;
    }

    /** The sheet is void and costs nothing. */
    public void spoil(String reason) {
        if (spoiled != null || reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleViolation(CertificateProblem.REASON_NEEDED, LONGEST_REASON);
        }
        spoiled = reason.strip();
        fee = 0;
        sheet = null;
    }

    /** If nobody fetched it nobody will: it is void then, and costs nothing. */
    public void lapse() {
        if (isUnfetched()) {
            spoil(UNFETCHED);
        }
    }

    /** True while its sheet waits to be fetched. */
    public boolean isUnfetched() {
        return sheet != null;
    }

    /** True if its sheet was fetched and stands. */
    public boolean isFetched() {
        return printedAt != null && spoiled == null;
    }

    /** The sheet in a line. */
    public IssueLine line() {
        return new IssueLine(id, new Number(year, serial).toString(), fee, issuedAt, issuedBy, printedAt != null, spoiled);
    }

    public UUID id() {
        return id;
    }

    public UUID requestId() {
        return requestId;
    }
}
