package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An account at the portal (利用者アカウント): somebody who can come back.
 *
 * <p>It knows a name to be called by and a mail address, nothing of the ledger. Who its owner is there, dated links
 * say; what proves the owner's identity are cards. A mail address counts only after its link was followed; until then
 * it is pending and belongs to nobody.
 */
@Entity
@Table(name = "acc_account")
public class Account {
    private static final int LONGEST_NAME = 100;

    /** The life of an account. */
    public enum State {
        OPEN,
        CLOSED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private String displayName;
    private String mail;
    private String pendingMail;
    private String language;

    @Enumerated(EnumType.STRING)
    private State state;

    private String passwordHash;
    private Instant createdAt;
    private Instant closedAt;

    protected Account() {
        // for JPA
    }

    private Account(String displayName, String language, Instant now) {
        this.id = UUID.randomUUID();
        this.displayName = Objects.requireNonNull(displayName, "displayName");
        this.language = Objects.requireNonNull(language, "language");
        this.state = State.OPEN;
        this.createdAt = now;
    }

    /** An account whose mail address has just answered. */
    public static Account withMail(String displayName, String mail, PasswordHash password, String language, Instant now) {
        var account = new Account(displayName, language, now);
        account.mail = Objects.requireNonNull(mail, "mail");
        account.passwordHash = password.text();
        return account;
    }

    /** An account known by nothing but an address that has just answered; the address is its name until there is another. */
    public static Account withMailOnly(String mail, String language, Instant now) {
        var account = new Account(mail.length() <= LONGEST_NAME ? mail : mail.substring(0, LONGEST_NAME), language, now);
        account.mail = mail;
        return account;
    }

    /** An account that begins with a card; its mail address is still to answer. */
    public static Account withCard(String displayName, String pendingMail, String language, Instant now) {
        var account = new Account(displayName, language, now);
        account.pendingMail = pendingMail;
        return account;
    }

    /** The address answered and becomes the account's own. */
    public void takeMail(String answered) {
        mail = Objects.requireNonNull(answered, "mail");
        pendingMail = null;
    }

    /** Another address was named and is still to answer. */
    public void awaitMail(String named) {
        pendingMail = named;
    }

    /** Sets a new password. */
    public void setPassword(PasswordHash password) {
        passwordHash = password.text();
    }

    /** Changes how the owner is called and spoken to. */
    public void introduce(String newName, String newLanguage) {
        displayName = Objects.requireNonNull(newName, "displayName");
        language = Objects.requireNonNull(newLanguage, "language");
    }

    /** True if the password is the account's; false for an account without one. */
    public boolean knows(String password) {
        return passwordHash != null && new PasswordHash(passwordHash).fits(password);
    }

    /** True if a password is set. */
    public boolean hasPassword() {
        return passwordHash != null;
    }

    /** True while the account may be used. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    /** The address that answered; null if none did. */
    public String mail() {
        return mail;
    }

    /** The address that is still to answer; null if none. */
    public String pendingMail() {
        return pendingMail;
    }

    public String language() {
        return language;
    }
}
