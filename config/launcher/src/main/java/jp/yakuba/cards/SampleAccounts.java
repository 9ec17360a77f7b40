package jp.yakuba.cards;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.sql.DataSource;

/** Accounts of a sample town: a login for every member of staff, and a few residents with mail address and password. */
public final class SampleAccounts {
    /** What the password of a member of staff is, with the staff number in place of {@code %s}. */
    public static final String STAFF_PASSWORD = "shokuin-%s";

    /** Password of every sample resident. */
    public static final String RESIDENT_PASSWORD = "choumin-sample";

    /** Mail addresses of the sample residents. */
    public static final List<String> RESIDENTS = List.of("hanako@resident.example", "taro@resident.example");

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataSource owner;
    private final Instant now;

    /** Accounts to be put into the database. */
    public SampleAccounts(DataSource owner, Instant now) {
        this.owner = owner;
        this.now = now;
    }

    /** Makes a login for every member of staff who has none, and the sample residents once; returns how many. */
    public int load() {
        try (var connection = owner.getConnection()) {
            int made = staff(connection);
            return made + residents(connection);
        } catch (SQLException e) {
            throw new CardsFailed("The sample accounts cannot be written", e);
        }
    }

    private record Login(UUID id, String number, String hash) {}

    private int staff(Connection connection) throws SQLException {
        var missing = new ArrayList<Login>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select s.id, s.number from yakuba.org_staff s
                where not exists (select 1 from yakuba.acc_staff_login l where l.staff_id = s.id)
                """)) {
            while (rows.next()) {
                missing.add(new Login(rows.getObject(1, UUID.class), rows.getString(2), null));
            }
        }
        var logins = missing.parallelStream()
                .map(login -> new Login(login.id(), login.number(), hash(STAFF_PASSWORD.formatted(login.number()))))
                .toList();
        try (var insert = connection.prepareStatement("""
                insert into yakuba.acc_staff_login (staff_id, version, number, password_hash, changed_at)
                values (?, 0, ?, ?, ?)
                """)) {
            for (var login : logins) {
                insert.setObject(1, login.id());
                insert.setString(2, login.number());
                insert.setString(3, login.hash());
                insert.setTimestamp(4, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return logins.size();
    }

    private int residents(Connection connection) throws SQLException {
        int made = 0;
        for (var mail : RESIDENTS) {
            try (var insert = connection.prepareStatement("""
                    insert into yakuba.acc_account (id, version, display_name, mail, language, state, password_hash, created_at)
                    values (?, 0, ?, ?, 'ja', 'OPEN', ?, ?) on conflict do nothing
                    """)) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, mail.substring(0, mail.indexOf('@')));
                insert.setString(3, mail);
                insert.setString(4, hash(RESIDENT_PASSWORD));
                insert.setTimestamp(5, Timestamp.from(now));
                made += insert.executeUpdate();
            }
        }
        return made;
    }

    /** A hash in the form that the account domain reads. */
    private static String hash(String password) {
        try {
            var salt = new byte[SALT_BYTES];
            RANDOM.nextBytes(salt);
            var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BITS)).getEncoded();
            var coder = Base64.getEncoder().withoutPadding();
            return "pbkdf2-sha512$" + ROUNDS + "$" + coder.encodeToString(salt) + "$" + coder.encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new CardsFailed("This Java knows no PBKDF2", e);
        }
    }
}
