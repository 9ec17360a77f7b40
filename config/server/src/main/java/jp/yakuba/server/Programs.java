package jp.yakuba.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs that the office runs on, unpacked once beside the project and shared by all its offices. They hold no data:
 * the folder may be deleted at any time and is made again.
 */
public final class Programs {
    private static final String WILDFLY = "wildfly-39.0.1.Final";
    private static final String POSTGRESQL = "postgresql-18.6.0";
    /** A lock on a file holds between processes only; two threads that ask for it make Java refuse the second one. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final Path folder;

    /** The programs of the project at {@code root}. */
    public Programs(Path root) {
        this.folder = root.resolve(".yakuba").resolve("programs");
    }

    /** The unpacked application server. */
    public Path wildfly() {
        return unpackedOnce(WILDFLY, Programs::unpackWildfly);
    }

    /** The unpacked database server, with {@code bin} in it. */
    public Path postgresql() {
        return unpackedOnce(POSTGRESQL, Programs::unpackPostgresql);
    }

    /** The font of all registered names, if the build could fetch it. */
    public Optional<Path> nameFont() {
        return Optional.of(folder.resolve("name-font/ipamjm.ttf")).filter(Files::isRegularFile);
    }

    /** The JDBC driver that the application server shall use: the one this program itself uses. */
    public static Path driver() {
        try {
            return Path.of(org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs {@code work} while nobody else on this machine works in the same folder: no other process, and no other office of this one. */
    void alone(String name, Work work) {
        try {
            HERE.lockInterruptibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotOpen("Interrupted while the programs were unpacked.", stopped);
        }
        try {
            aloneOnThisMachine(name, work);
        } finally {
            HERE.unlock();
        }
    }

    private void aloneOnThisMachine(String name, Work work) {
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                assert lock.isValid();
                work.run();
            }
        } catch (IOException refused) {
            throw new CannotOpen("The programs cannot be unpacked into " + folder + ": " + refused.getMessage()
                    + "; make room on the disk or give this user rights on the folder.", refused);
        }
    }

    private Path unpackedOnce(String name, Unpacking unpacking) {
        var ready = folder.resolve(name);
        alone(name, () -> {
            if (!Files.isDirectory(ready)) {
                var draft = folder.resolve(name + ".unpacking");
                Folders.delete(draft);
                Files.createDirectories(draft);
                unpacking.into(draft);
                Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
            }
        });
        return ready;
    }

    private static void unpackWildfly(Path draft) throws IOException {
        try (var zip = new ZipFile(wildflyArchive().toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var inside = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var target = inside(draft, inside);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
    }

    /** The archive in the local Maven repository; the build of this module has fetched it there. */
    private static Path wildflyArchive() {
        var repository = driver().getParent().getParent().getParent().getParent().getParent();
        var archive = repository.resolve("org/wildfly/wildfly-dist/39.0.1.Final/wildfly-dist-39.0.1.Final.zip");
        if (!Files.isRegularFile(archive)) {
            throw new CannotOpen("WildFly is missing at " + archive + "; run mvn once with access to Maven Central.");
        }
        return archive;
    }

    private static void unpackPostgresql(Path draft) throws IOException {
        var name = "/postgres-linux-x86_64.txz";
        try (var packed = Programs.class.getResourceAsStream(name)) {
            if (packed == null || !System.getProperty("os.arch").equals("amd64")) {
                throw new CannotOpen("PostgreSQL is carried for Linux on x86_64 only; this machine is "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch") + ".");
            }
            unpackTar(packed, draft);
        }
    }

    private static void unpackTar(InputStream packed, Path draft) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, inside(draft, entry.getName()));
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, EXECUTABLE);
        }
    }

    private static final Set<PosixFilePermission> EXECUTABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

    private static Path inside(Path folder, String name) throws IOException {
        var target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an archive names a file outside of itself: " + name);
        }
        return target;
    }

    /** Work that touches files. */
    interface Work {
        void run() throws IOException;
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
