package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.account.api.SessionLine;
import jp.yakuba.account.api.Zone;
import jp.yakuba.kernel.Assurance;

/**
 * A sign-in that lasts (セッション): whoever shows the token, of which only the hash is here, is its owner.
 *
 * <p>It belongs to one zone, ends after a time of rest and at the latest after a working day, and gets a new token with
 * every step that makes the person surer known.
 */
@Entity
@Table(name = "acc_session")
public class Session {
    /** Whether the second factor is still to come. */
    public enum Stage {
        SECOND_FACTOR,
        OPEN
    }

    /** A session rests at most so long. */
    public static final Duration REST = Duration.ofMinutes(60);

    /** How seldom the last use is written down. */
    public static final Duration TOUCH = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(10);
    private static final int AGENT_LENGTH = 120;
    private static final int ORIGIN_LENGTH = 64;

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    private Zone zone;

    private UUID accountId;
    private UUID staffId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private Assurance assurance;

    private String origin;
    private String agent;
    private Instant createdAt;
    private Instant usedAt;
    private Instant endsAt;
    private Instant endedAt;

    protected Session() {
        // for JPA
    }

    private Session(String token, Stage stage, Assurance assurance, String origin, String agent, Instant now) {
        this.id = UUID.randomUUID();
        this.tokenHash = SecretToken.hash(token);
        this.stage = stage;
        this.assurance = assurance;
        this.origin = cut(origin, ORIGIN_LENGTH);
        this.agent = cut(agent, AGENT_LENGTH);
        this.createdAt = now;
        this.usedAt = now;
        this.endsAt = now.plus(stage == Stage.OPEN ? LONGEST : BETWEEN_STEPS);
    }

    /** A session of a resident at the portal. */
    public static Session ofResident(
            String token, UUID accountId, Stage stage, Assurance assurance, String origin, String agent, Instant now) {
        var session = new Session(token, stage, assurance, origin, agent, now);
        session.zone = Zone.PORTAL;
        session.accountId = accountId;
        return session;
    }

    /** A session of a member of staff at the office. */
    public static Session ofStaff(
            String token, UUID staffId, Stage stage, Assurance assurance, String origin, String agent, Instant now) {
        var session = new Session(token, stage, assurance, origin, agent, now);
        session.zone = Zone.OFFICE;
        session.staffId = staffId;
        return session;
    }

    /** The second factor was given: the session opens under a new token. */
    public void open(String newToken, Instant now) {
        tokenHash = SecretToken.hash(newToken);
        stage = Stage.OPEN;
        assurance = Assurance.TWO_FACTOR;
        usedAt = now;
        endsAt = now.plus(LONGEST);
    }

    /** Ends the session. */
    public void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    /** Writes the use down. */
    public void touch(Instant now) {
        usedAt = now;
    }

    /** True while the session may be used. */
    public boolean stands(Instant now) {
        return endedAt == null && now.isBefore(endsAt) && now.isBefore(usedAt.plus(REST));
    }

    /** True if nothing more is needed to act. */
    public boolean isOpen() {
        return stage == Stage.OPEN;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    public UUID id() {
        return id;
    }

    public Zone zone() {
        return zone;
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID staffId() {
        return staffId;
    }

    /** The account or the member of staff. */
    public UUID ownerId() {
        return zone == Zone.PORTAL ? accountId : staffId;
    }

    public Assurance assurance() {
        return assurance;
    }

    public Instant usedAt() {
        return usedAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    /** How the owner sees the session in a list. */
    public SessionLine line(byte[] presentTokenHash) {
        return new SessionLine(id, createdAt, usedAt, origin, agent, assurance, isOf(presentTokenHash));
    }

    /** True if the hash is that of the session's token. */
    public boolean isOf(byte[] otherTokenHash) {
        return MessageDigest.isEqual(tokenHash, otherTokenHash);
    }
}
