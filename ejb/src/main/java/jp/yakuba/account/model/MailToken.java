package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.account.api.MailTokenPurpose;

/** A link sent by mail (確認リンク): what follows when it is opened; works once and not for long. */
@Entity
@Table(name = "acc_mail_token")
public class MailToken {
    /** How long a link works. */
    public static final Duration LIFE = Duration.ofHours(24);

    private static final Duration SHORT_LIFE = Duration.ofHours(1);
    private static final Set<MailTokenPurpose> SHORT =
            EnumSet.of(MailTokenPurpose.RESET_PASSWORD, MailTokenPurpose.SIGN_IN);

    @Id
    private byte[] tokenHash;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private MailTokenPurpose purpose;

    private UUID accountId;
    private String mail;
    private String displayName;
    private String language;
    private String passwordHash;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant usedAt;

    protected MailToken() {
        // for JPA
    }

    private MailToken(String token, MailTokenPurpose purpose, String mail, String language, Instant now) {
        this.tokenHash = SecretToken.hash(token);
        this.purpose = purpose;
        this.mail = mail;
        this.language = language;
        this.createdAt = now;
        this.expiresAt = now.plus(SHORT.contains(purpose) ? SHORT_LIFE : LIFE);
    }

    /** A link that opens a new account. */
    public static MailToken toRegister(
            String token, String mail, String displayName, PasswordHash password, String language, Instant now) {
        var link = new MailToken(token, MailTokenPurpose.REGISTER, mail, language, now);
        link.displayName = displayName;
        link.passwordHash = password.text();
        return link;
    }

    /** A link by which an address becomes the account's own. */
    public static MailToken toConfirm(String token, Account account, String mail, Instant now) {
        var link = new MailToken(token, MailTokenPurpose.CONFIRM_ADDRESS, mail, account.language(), now);
        link.accountId = account.id();
        return link;
    }

    /** A link that lets its holder set a new password. */
    public static MailToken toReset(String token, Account account, Instant now) {
        var link = new MailToken(token, MailTokenPurpose.RESET_PASSWORD, account.mail(), account.language(), now);
        link.accountId = account.id();
        return link;
    }

    /** A link by which whoever reads the mail comes in. */
    public static MailToken toSignIn(String token, String mail, String language, Instant now) {
        return new MailToken(token, MailTokenPurpose.SIGN_IN, mail, language, now);
    }

    /** True while the link works. */
    public boolean works(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    /** Uses the link up. */
    public void use(Instant now) {
        usedAt = now;
    }

    /** The account that a followed link opens; without a password where none was asked. */
    public Account openAccount(Instant now) {
        return purpose == MailTokenPurpose.SIGN_IN ? Account.withMailOnly(mail, language, now) : Account.withMail(displayName, mail, new PasswordHash(passwordHash), language, now);
    }

    /** Gives an account that had only its address the name and password that were asked for. */
    public void complete(Account account) {
        account.introduce(displayName, language);
        account.setPassword(new PasswordHash(passwordHash));
    }

    public MailTokenPurpose purpose() {
        return purpose;
    }

    public UUID accountId() {
        return accountId;
    }

    public String mail() {
        return mail;
    }
}
