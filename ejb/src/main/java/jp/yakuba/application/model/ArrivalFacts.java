package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.VisitRule;
import org.hibernate.annotations.ColumnTransformer;

/** The facts of an arrival (到達): written once, guarded by the database against every later change. */
@Embeddable
public class ArrivalFacts {
    @Column(nullable = false, updatable = false)
    private UUID bundleId;

    @Column(nullable = false, updatable = false)
    private int position;

    @Column(nullable = false, updatable = false)
    private String receiptNumber;

    @Column(nullable = false, updatable = false)
    private String procedure;

    @Column(nullable = false, updatable = false)
    private String procedureName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ProcedureKind kind;

    @Column(nullable = false, updatable = false)
    private int formVersion;

    @Column(nullable = false, updatable = false)
    private String section;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Arrival.Channel channel;

    @Column(nullable = false, updatable = false)
    private String identity;

    @Column(updatable = false)
    private String identityShown;

    @Column(updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private String applicantName;

    @Column(nullable = false, updatable = false)
    private String applicantKana;

    @Column(nullable = false, updatable = false, columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private Answers typed;

    @Column(nullable = false, updatable = false)
    private Instant arrivedAt;

    @Column(nullable = false, updatable = false)
    private int standardDays;

    @Column(updatable = false)
    private String waitsFor;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private VisitRule visit;

    @Column(updatable = false)
    private String coreSystem;

    @Column(updatable = false)
    private String matter;

    protected ArrivalFacts() {
        // for JPA
    }

    ArrivalFacts(Arrival arrival, Instant at) {
        bundleId = arrival.bundleId();
        position = arrival.position();
        receiptNumber = arrival.receiptNumber().words();
        formVersion = arrival.formVersion();
        typed = new Answers(arrival.typed());
        arrivedAt = at;
        sentBy(arrival.sender());
        var asked = arrival.procedure();
        procedure = asked.code();
        procedureName = asked.name().ja();
        kind = asked.kind();
        section = asked.section();
        standardDays = asked.standardDays();
        waitsFor = asked.waitsFor();
        visit = asked.visit();
        coreSystem = asked.coreSystem();
        matter = asked.matter();
    }

    private void sentBy(Arrival.Sender sender) {
        accountId = sender.accountId();
        applicantName = sender.name();
        applicantKana = sender.kana();
        channel = sender.channel();
        identity = sender.identity();
        identityShown = sender.identityShown();
    }

    public UUID bundleId() {
        return bundleId;
    }

    public String receiptNumber() {
        return receiptNumber;
    }

    public String procedure() {
        return procedure;
    }

    public String procedureName() {
        return procedureName;
    }

    public ProcedureKind kind() {
        return kind;
    }

    public int formVersion() {
        return formVersion;
    }

    public String section() {
        return section;
    }

    public Arrival.Channel channel() {
        return channel;
    }

    /** How surely the sender was known, as a level of identity; at the counter what the clerk was shown says it. */
    public String identity() {
        return identity;
    }

    public UUID accountId() {
        return accountId;
    }

    public String applicantName() {
        return applicantName;
    }

    public Map<String, String> typed() {
        return typed.byPath();
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    int standardDays() {
        return standardDays;
    }

    public String waitsFor() {
        return waitsFor;
    }

    public VisitRule visit() {
        return visit;
    }

    public String coreSystem() {
        return coreSystem;
    }

    public String matter() {
        return matter;
    }
}
