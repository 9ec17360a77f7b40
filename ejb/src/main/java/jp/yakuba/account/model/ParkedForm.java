package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A form sent on an expired session (保留した送信): encrypted, short-lived, for its sender only. */
@Entity
@Table(name = "acc_parked_post")
public class ParkedForm {
    private static final Duration LIFE = Duration.ofHours(2);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID accountId;
    private UUID staffId;
    private String post;
    private String path;
    private byte[] body;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant takenAt;

    /**
     * For whom a form is kept: an account, or a member of staff in a post.
     *
     * @param post code of the post; null for an account
     */
    public record Owner(UUID id, String post) {
        public boolean isStaff() {
            return post != null;
        }
    }

    protected ParkedForm() {
        // for JPA
    }

    /** Keeps a sealed body. */
    public ParkedForm(Owner owner, String path, byte[] sealedBody, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = owner.isStaff() ? null : owner.id();
        this.staffId = owner.isStaff() ? owner.id() : null;
        this.post = owner.post();
        this.path = path;
        this.body = sealedBody.clone();
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** The sealed body. */
    public byte[] body() {
        return body.clone();
    }

    /** Forgets the body: it was sent on, or a later one took its place. */
    public void forget(Instant now) {
        body = new byte[0];
        takenAt = now;
    }

    public String path() {
        return path;
    }
}
