package jp.yakuba.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Command;

/**
 * The cluster's own authority: certifies its machines to one another and to nobody else. Made with {@code openssl}, so that the guide for a
 * town's machines and the cluster on one machine take the same steps.
 */
final class Authority {
    private static final String DAYS = "3650";

    private final Path folder;

    /** The authority whose key and certificate lie in {@code folder}. */
    Authority(Path folder) {
        this.folder = folder;
    }

    /** Makes the authority's key and certificate, unless they are there. */
    void ensure() {
        if (!Files.exists(certificate())) {
            openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", DAYS, "-subj", "/CN=Yakuba cluster",
                    "-keyout", folder.resolve("authority.key").toString(), "-out", certificate().toString());
        }
    }

    /** The certificate by which the machines believe one another. */
    Path certificate() {
        return folder.resolve("authority.crt");
    }

    /** Puts key and certificate of one machine into its folder, unless they are there, and the authority's certificate beside them. */
    void certify(Path keys, String name, List<String> addresses) {
        if (Files.exists(keys.resolve("machine.pem"))) {
            return;
        }
        try {
            Files.createDirectories(keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            // pgBackRest 2.45 looks for the address that it calls among the names, all others among the addresses
            Files.writeString(keys.resolve("extensions"), "subjectAltName=DNS:" + name + ",DNS:localhost"
                    + String.join("", addresses.stream().map(address -> ",IP:" + address + ",DNS:" + address).toList())
                    + "\nextendedKeyUsage=serverAuth,clientAuth\nbasicConstraints=CA:FALSE\n");
            openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=" + name,
                    "-keyout", keys.resolve("machine.key").toString(), "-out", keys.resolve("machine.csr").toString());
            openssl("x509", "-req", "-in", keys.resolve("machine.csr").toString(), "-CA", certificate().toString(),
                    "-CAkey", folder.resolve("authority.key").toString(), "-CAcreateserial", "-days", DAYS,
                    "-extfile", keys.resolve("extensions").toString(), "-out", keys.resolve("machine.crt").toString());
            Files.copy(certificate(), keys.resolve("authority.crt"));
            var both = Files.readString(keys.resolve("machine.crt")) + Files.readString(keys.resolve("machine.key"));
            for (var file : List.of("portal.pem", "office.pem", "machine.pem")) {
                Files.createFile(keys.resolve(file), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(keys.resolve(file), both);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /**
     * Puts what an application server reads beside them, unless it is there: {@code machine.p12} with key and certificate of its machine, and
     * {@code authority.p12} with the certificate by which it believes others.
     */
    void writeStores(Path keys, String password) {
        if (Files.exists(keys.resolve("authority.p12"))) {
            return;
        }
        run(Map.of("PASSWORD", password), List.of("openssl", "pkcs12", "-export", "-name", "machine", "-in", keys.resolve("machine.crt").toString(),
                "-inkey", keys.resolve("machine.key").toString(), "-certfile", certificate().toString(), "-out", keys.resolve("machine.p12").toString(),
                "-passout", "env:PASSWORD"));
        run(Map.of("PASSWORD", password), List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-importcert", "-noprompt",
                "-alias", "authority", "-file", certificate().toString(), "-keystore", keys.resolve("authority.p12").toString(), "-storetype", "PKCS12",
                "-storepass:env", "PASSWORD"));
    }

    /**
     * Writes one file with every authority that a balancer believes of a node.
     *
     * @param more certificates as they lie in a folder of keys, which need not be there yet
     */
    Path writeTrusted(Path... more) {
        try {
            var all = new StringBuilder(Files.readString(certificate()));
            for (var each : more) {
                if (Files.exists(each)) {
                    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Files.readAllBytes(each));
                    all.append("-----BEGIN CERTIFICATE-----\n").append(lines).append("\n-----END CERTIFICATE-----\n");
                }
            }
            return Files.writeString(folder.resolve("nodes.crt"), all);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void openssl(String... words) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        var all = new ArrayList<>(List.of("openssl"));
        all.addAll(List.of(words));
        run(Map.of(), all);
    }

    private static void run(Map<String, String> environment, List<String> words) {
        var made = Command.run(words, environment, Duration.ofSeconds(30));
        if (!made.wentWell()) {
            throw new CannotOpen("The keys of the cluster cannot be made: " + made.said().strip() + ".");
        }
    }
}
