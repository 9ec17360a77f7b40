package jp.yakuba.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The key stores that the TLS listeners need. Where nobody has put any, a self-signed pair is made, so that the server
 * starts; the launcher's test authority, or a town's own certificates, take their place.
 */
public final class ServerKeys {
    private ServerKeys() {}

    /** Makes {@code server.p12}, {@code trust.p12}, {@code exchange.p12} and {@code exchange-trust.p12} in the folder if they are missing. */
    public static void ensure(Path keys, String password) {
        try {
            Files.createDirectories(keys);
        } catch (IOException refused) {
            throw new CannotOpen("The folder of keys " + keys + " cannot be made: " + refused.getMessage() + ".", refused);
        }
        selfSigned(keys.resolve("server.p12"), "server", "CN=localhost", password);
        selfSigned(keys.resolve("trust.p12"), "nobody", "CN=No card authority yet", password);
        selfSigned(keys.resolve("exchange.p12"), "exchange", "CN=localhost", password);
        selfSigned(keys.resolve("exchange-trust.p12"), "nobody", "CN=No peer yet", password);
    }

    private static void selfSigned(Path store, String alias, String subject, String password) {
        if (Files.exists(store)) {
            return;
        }
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = Command.run(List.of(keytool, "-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1",
                "-dname", subject, "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "3650", "-storetype", "PKCS12",
                "-keystore", store.toString(), "-storepass:env", "YAKUBA_KEYS_PASSWORD", "-noprompt"),
                Map.of("YAKUBA_KEYS_PASSWORD", password), Duration.ofSeconds(60));
        if (!made.wentWell()) {
            throw new CannotOpen("The key store " + store + " cannot be made: " + made.said().strip());
        }
    }
}
