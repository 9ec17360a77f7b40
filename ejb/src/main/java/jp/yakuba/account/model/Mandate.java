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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A mandate (委任): the principal lets the agent act, in the procedures named or in all, from one day to another. */
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

    private Mandate(UUID principal, UUID agent, List<String> procedures, LocalDate from, LocalDate until, Instant now) {
        this.id = UUID.randomUUID();
        this.principalAccountId = Objects.requireNonNull(principal, "principal");
        this.agentAccountId = Objects.requireNonNull(agent, "agent");
        this.procedures = procedures.toArray(String[]::new);
        this.validFrom = from;
        this.validUntil = until;
        this.state = State.OFFERED;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** Offers a mandate; it stands when the agent accepts. */
    public static Mandate offer(
            UUID principal, UUID agent, List<String> procedures, LocalDate from, LocalDate until, Instant now) {
        if (until.isBefore(from) || principal.equals(agent)) {
            throw new IllegalArgumentException("A mandate ends after it begins and goes to somebody else");
        }
        return new Mandate(principal, agent, procedures, from, until, now);
    }

    /** The agent takes it on; true if it was still offered. */
    public boolean accept(Instant now) {
        return move(State.OFFERED, State.STANDING, now);
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
        return standsOn(on) && agentAccountId.equals(agent)
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

    public UUID agentAccountId() {
        return agentAccountId;
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
