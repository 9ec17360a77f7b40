package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A code for the day on which the authenticator is lost (復旧コード): works once. */
@Entity
@Table(name = "acc_recovery_code")
public class RecoveryCode {
    /** Codes given at once. */
    public static final int COUNT = 10;

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID ownerId;
    private byte[] codeHash;
    private Instant usedAt;

    protected RecoveryCode() {
        // for JPA
    }

    /** A code that was not used yet. */
    public RecoveryCode(UUID ownerId, String code) {
        this.id = UUID.randomUUID();
        this.ownerId = ownerId;
        this.codeHash = hashOf(ownerId, code);
    }

    /** A fresh code in three groups of letters and digits that are not mistaken for each other. */
    public static String fresh() {
        var text = new StringBuilder();
        for (byte octet : SecretToken.bytes(LENGTH)) {
            if (text.length() % 5 == 4) {
                text.append('-');
            }
            text.append(LETTERS.charAt((octet & 0xff) % LETTERS.length()));
        }
        return text.toString();
    }

    /** The hash under which a typed code is stored; signs and case do not matter. */
    public static byte[] hashOf(UUID ownerId, String typed) {
        var tidy = typed == null ? "" : java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return SecretToken.hash(ownerId + ":" + tidy);
    }

    /** Uses the code up. */
    public void use(Instant now) {
        usedAt = now;
    }
}
