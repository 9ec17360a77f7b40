package jp.yakuba.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords between the machines of one office, made at random on its first start and kept in a file that only its
 * owner can read. No password stands in the project.
 */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** The secrets of the office at {@code home}; made now if there are none yet. */
    public static Secrets of(Path home) {
        var secrets = new Secrets(home.resolve("secrets.properties"));
        try {
            Files.createDirectories(home);
            if (Files.exists(secrets.file)) {
                try (var in = Files.newBufferedReader(secrets.file)) {
                    secrets.known.load(in);
                }
            }
        } catch (IOException unreadable) {
            throw new CannotOpen("The file " + secrets.file + " cannot be read; give this user rights on " + home + ".", unreadable);
        }
        return secrets;
    }

    /** The secret of that name, made at random when first asked for. */
    public synchronized String get(String name) {
        if (!known.containsKey(name)) {
            var bytes = new byte[18];
            RANDOM.nextBytes(bytes);
            known.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            keep();
        }
        return known.getProperty(name);
    }

    private void keep() {
        try {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(draft)) {
                known.store(out, "Passwords between the machines of this office");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
