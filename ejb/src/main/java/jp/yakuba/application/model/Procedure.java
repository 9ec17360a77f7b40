package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureVersion;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.application.model.form.ProcedureJson;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.RuleViolation;
import org.hibernate.annotations.ColumnTransformer;

/**
 * A procedure of the catalogue (手続) as it is valid from one day on: its legal ground, its office, who may apply and what for.
 * On one day a code has one version only; the table itself sees to that.
 */
@Entity
@Table(name = "apl_procedure")
public class Procedure {
    @Id
    private UUID id;

    @Version
    private long version;

    private String code;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String name;

    private String kana;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String summary;

    private String legalGround;
    private String section;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String whoMay;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String bring;

    private int fee;
    private int standardDays;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private Assurance identity;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private ProcedureKind kind;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private VisitRule visit;

    private boolean online;
    private String coreSystem;
    private String matter;
    private String waitsFor;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String lifeEvents;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String keywords;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String remedy;

    private int position;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private String sourceHash;
    private Instant changedAt;
    private String changedBy;

    protected Procedure() {
        // for JPA
    }

    /** Enters a procedure into the catalogue. */
    public static Procedure entered(ProcedureView facts, Source source) {
        var procedure = new Procedure();
        procedure.id = UUID.randomUUID();
        procedure.code = facts.code();
        procedure.rewrite(facts, source);
        return procedure;
    }

    /** Puts newer facts in place of all, from the same day on. */
    public void rewrite(ProcedureView facts, Source source) {
        name = ProcedureJson.write(facts.name());
        kana = facts.kana();
        summary = ProcedureJson.write(facts.summary());
        legalGround = facts.legalGround();
        section = facts.section();
        whoMay = ProcedureJson.write(facts.whoMay());
        bring = ProcedureJson.writeTexts(facts.bring());
        fee = facts.fee();
        standardDays = facts.standardDays();
        identity = facts.identity();
        kind = facts.kind();
        visit = facts.visit();
        online = facts.online();
        coreSystem = facts.coreSystem();
        matter = facts.matter();
        waitsFor = facts.waitsFor();
        lifeEvents = ProcedureJson.writeWords(facts.lifeEvents());
        keywords = ProcedureJson.writeWords(facts.keywords());
        validFrom = facts.validFrom();
        validUntil = facts.validUntil();
        remedy = ProcedureJson.writeRemedy(facts.remedy());
        position = source.position();
        sourceHash = source.hash();
        changedAt = source.at();
        changedBy = source.by();
    }

    /** True if it was last written from that very file; null asks whether a person wrote it. */
    public boolean isFrom(String hash) {
        return Objects.equals(hash, sourceHash);
    }

    /** Refuses whoever saw an older edition. */
    public void expect(long seen) {
        if (version != seen) {
            throw new RuleViolation(ApplicationProblem.CHANGED_MEANWHILE, code);
        }
    }

    /** Sets the last day; null leaves it open. Where it came from stays as it was. */
    public void endOn(LocalDate lastDay) {
        validUntil = lastDay;
    }

    public String code() {
        return code;
    }

    public int position() {
        return position;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The version as its authors see it on the day. */
    public ProcedureVersion versionOn(LocalDate today) {
        return new ProcedureVersion(view(), version, !validFrom.isAfter(today), validUntil != null && validUntil.isBefore(today),
                changedAt, changedBy);
    }

    /** Everything the catalogue tells of it. */
    public ProcedureView view() {
        return new ProcedureView(
                code, ProcedureJson.readText(name), kana, ProcedureJson.readText(summary), legalGround, section,
                ProcedureJson.readText(whoMay), ProcedureJson.readTexts(bring), fee, standardDays, identity, kind, visit, online,
                coreSystem, matter, waitsFor, ProcedureJson.readWords(lifeEvents), ProcedureJson.readWords(keywords), validFrom, validUntil,
                ProcedureJson.readRemedy(remedy));
    }

    /**
     * Where an entry comes from.
     *
     * @param position place in the order of the office
     * @param hash SHA-256 of the file; null if a person wrote it
     */
    public record Source(int position, String hash, Instant at, String by) {}
}
