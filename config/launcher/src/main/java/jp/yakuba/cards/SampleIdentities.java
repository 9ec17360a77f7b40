package jp.yakuba.cards;

import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;

/** Everything by which people of a sample town prove who they are: authority, cards, accounts. Made once, kept fresh. */
public final class SampleIdentities {
    private final Path home;
    private final String keyPassword;
    private final DataSource owner;

    /** Identities of the office at the home; the password protects the server's key files. */
    public SampleIdentities(Path home, String keyPassword, DataSource owner) {
        this.home = home;
        this.keyPassword = keyPassword;
        this.owner = owner;
    }

    /** Makes what is missing, after the town was loaded and before the server starts. */
    public void ensure() {
        var now = Instant.now();
        var authority = new TestAuthority(home.resolve("keys"), keyPassword, now);
        authority.ensure();
        new SampleCards(owner, new CardBox(cards(home), authority, now)).issue();
        authority.ensure();
        new SampleAccounts(owner, now).load();
    }

    /** Where the cards of a home lie. */
    public static Path cards(Path home) {
        return home.resolve("cards");
    }
}
