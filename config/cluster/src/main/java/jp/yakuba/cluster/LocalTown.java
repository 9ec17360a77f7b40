package jp.yakuba.cluster;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.yakuba.cards.CardsFailed;
import jp.yakuba.cards.SampleExchange;
import jp.yakuba.cards.SampleIdentities;
import jp.yakuba.cards.SampleSigning;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Secrets;
import jp.yakuba.town.DatabaseRoles;
import jp.yakuba.town.Migrations;
import jp.yakuba.town.TownLoader;
import jp.yakuba.town.TownOrder;

/**
 * The sample town in the databases of a cluster on this machine, with the keys, cards and accounts of its people. {@code -Dyakuba.town=<code>}
 * and {@code -Dyakuba.population=<n>} choose another one or fewer people at the first start.
 */
final class LocalTown {
    private static final String USUAL = "016373";
    private static final String NUMBER_KEY = "personal-numbers";

    private final Path home;
    private final DataSource owner;
    private final Secrets secrets;

    LocalTown(Path home, DataSource owner, Secrets secrets) {
        this.home = home;
        this.owner = owner;
        this.secrets = secrets;
    }

    /** The folder of the keys that all application servers share. */
    Path keys() {
        return home.resolve("keys");
    }

    /** The certificate, as it lies in a file, of who issued what application servers show. */
    Path authority() {
        return keys().resolve("sample-root.cer");
    }

    /** Builds tables, people and keys that are not there yet. */
    void open(Consumer<String> progress) {
        try {
            new Migrations(owner, DatabaseRoles.APPLICATION).run();
            new TownLoader(owner).load(order(), progress::accept);
            new SampleIdentities(home, secrets.get("keys"), owner).ensure();
            signing().ensure();
            exchange().ensure(Instant.now());
        } catch (IllegalStateException | CardsFailed refused) {
            throw new CannotOpen("The sample town cannot be opened: " + refused.getMessage() + ".", refused);
        }
    }

    private TownOrder order() {
        return new TownOrder(System.getProperty("yakuba.town", USUAL), Integer.getInteger("yakuba.population", 0), secrets.get(NUMBER_KEY));
    }

    private SampleSigning signing() {
        return new SampleSigning(keys(), secrets.get("keys"), owner, Instant.now());
    }

    private SampleExchange exchange() {
        return new SampleExchange(keys(), secrets.get("keys"), owner);
    }

    /** What application servers must be told of it. */
    Map<String, String> environment() {
        var told = new HashMap<>(signing().environment());
        told.putAll(exchange().environment());
        told.put("YAKUBA_NUMBER_KEY", secrets.get(NUMBER_KEY));
        told.put("YAKUBA_KEY_SHARE", secrets.get("key-share"));
        return told;
    }
}
