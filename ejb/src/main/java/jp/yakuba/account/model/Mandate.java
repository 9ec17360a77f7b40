package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.kernel.Assurance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A mandate (委任): the principal lets the agent act, in the procedures named or in all, from one day to another.
 *
 * <p>It is offered to a mail address; whether anybody has an account under it the principal does not learn. Whoever owns the
 * address and accepts becomes the agent. It weighs as much as its giver was known when it was given.
 */
@Entity
@Table(name = "acc_mandate")
public class Mandate {
    /** The life of a mandate. */
    public enum State {
        OFFERED,
        STANDING,
        DECLINED,
        REVOKED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID principalAccountId;
    private UUID agentAccountId;
    private String agentMail;

    @Enumerated(EnumType.STRING)
    private Assurance givenWith;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] procedures;

    private LocalDate validFrom;
    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant createdAt;
    private Instant changedAt;

    protected Mandate() {
        // for JPA
    }

    private Mandate(Giver giver, String agentMail, List<String> procedures, LocalDate from, LocalDate until, Instant now) {
        this.id = UUID.randomUUID();
        this.principalAccountId = Objects.requireNonNull(giver.accountId(), "principal");
        this.givenWith = Objects.requireNonNull(giver.assurance(), "assurance");
        this.agentMail = Objects.requireNonNull(agentMail, "agent");
        this.procedures = procedures.toArray(String[]::new);
        this.validFrom = from;
        this.validUntil = until;
        this.state = State.OFFERED;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** Whoever gives a mandate, and how surely known. */
    public record Giver(UUID accountId, Assurance assurance) {}

    /** Offers a mandate to the owner of a mail address; it stands when the agent accepts. */
    public static Mandate offer(
            Giver giver, String agentMail, List<String> procedures, LocalDate from, LocalDate until, Instant now) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A mandate ends after it begins");
        }
        return new Mandate(giver, agentMail, procedures, from, until, now);
    }

    /** True if the account may answer: the agent's own, or while nobody has accepted, the one that owns the address. */
    public boolean isFor(UUID account, String mail) {
        return agentAccountId == null ? agentMail.equalsIgnoreCase(mail) : agentAccountId.equals(account);
    }

    /** The owner of the address takes it on and is the agent from now on; true if it was still offered. */
    public boolean accept(UUID account, Instant now) {
        if (account.equals(principalAccountId) || !move(State.OFFERED, State.STANDING, now)) {
            return false;
        }
        agentAccountId = account;
        return true;
    }

    /** The agent declines it or lays it down. */
    public boolean decline(Instant now) {
        return move(State.OFFERED, State.DECLINED, now) || move(State.STANDING, State.DECLINED, now);
    }

    /** The principal takes it back. */
    public boolean revoke(Instant now) {
        return move(State.OFFERED, State.REVOKED, now) || move(State.STANDING, State.REVOKED, now);
    }

    /** True if the agent may act in the procedure on the day. */
    public boolean covers(UUID agent, String procedure, LocalDate on) {
        return standsOn(on) && agent.equals(agentAccountId)
                && (procedures.length == 0 || Arrays.asList(procedures).contains(procedure));
    }

    /** True if the mandate is accepted and the day lies in its span. */
    public boolean standsOn(LocalDate on) {
        return state == State.STANDING && !on.isBefore(validFrom) && !on.isAfter(validUntil);
    }

    private boolean move(State from, State to, Instant now) {
        if (state != from) {
            return false;
        }
        state = to;
        changedAt = now;
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID principalAccountId() {
        return principalAccountId;
    }

    /** The agent; null until somebody has accepted. */
    public UUID agentAccountId() {
        return agentAccountId;
    }

    /** The address to which it was offered; null for an old one. */
    public String agentMail() {
        return agentMail;
    }

    /** How surely the principal was known when it was given. */
    public Assurance givenWith() {
        return givenWith;
    }

    public List<String> procedures() {
        return List.of(procedures);
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public State state() {
        return state;
    }
}
