package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** How a member of staff signs in at the office (職員の認証): number and password; who it is, the organisation knows. */
@Entity
@Table(name = "acc_staff_login")
public class StaffLogin {
    @Id
    private UUID staffId;

    @Version
    private long version;

    private String number;
    private String passwordHash;
    private Instant changedAt;
    private Instant closedAt;

    protected StaffLogin() {
        // for JPA
    }

    /** True if the login is open and the password is its own. */
    public boolean knows(String password) {
        return closedAt == null && new PasswordHash(passwordHash).fits(password);
    }

    public UUID staffId() {
        return staffId;
    }

    public String number() {
        return number;
    }
}
