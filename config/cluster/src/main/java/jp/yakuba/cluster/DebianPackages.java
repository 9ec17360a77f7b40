package jp.yakuba.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Command;

/** The programs of Debian that a cluster runs on: found, installed where root asks, or named in one sentence. */
final class DebianPackages {
    /** Where Debian 12 puts the programs of its PostgreSQL. */
    static final Path POSTGRESQL = Path.of("/usr/lib/postgresql/15/bin");

    private static final Map<String, Path> NEEDED = needed();

    private DebianPackages() {}

    private static Map<String, Path> needed() {
        var needed = new LinkedHashMap<String, Path>();
        needed.put("haproxy", Path.of("/usr/sbin/haproxy"));
        needed.put("patroni", Path.of("/usr/bin/patroni"));
        // Patroni wants it to speak TLS to etcd, and Debian's package does not bring it along
        needed.put("python3-idna", Path.of("/usr/lib/python3/dist-packages/idna/__init__.py"));
        needed.put("etcd-server", Path.of("/usr/bin/etcd"));
        needed.put("etcd-client", Path.of("/usr/bin/etcdctl"));
        needed.put("postgresql-15", POSTGRESQL.resolve("postgres"));
        needed.put("pgbackrest", Path.of("/usr/bin/pgbackrest"));
        needed.put("openssl", Path.of("/usr/bin/openssl"));
        return needed;
    }

    /** Installs what is missing if root runs this; everybody else is told the command. */
    static void ensure() {
        var missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        if (!System.getProperty("user.name").equals("root")) {
            throw new CannotOpen("The cluster needs packages of Debian that are missing; install them with: sudo apt-get install "
                    + String.join(" ", missing) + ".");
        }
        install(missing);
        if (!missing().isEmpty()) {
            throw new CannotOpen("Packages were installed, but these programs are still missing: " + missing() + "; is this Debian 12?");
        }
    }

    private static List<String> missing() {
        return NEEDED.entrySet().stream().filter(needed -> !Files.exists(needed.getValue())).map(Map.Entry::getKey).toList();
    }

    /** Debian may start services of its own for what it installs; they listen on 127.0.0.1 and are not in the way. Run level 1 asks it not to. */
    private static void install(List<String> missing) {
        var words = new ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends"));
        words.addAll(missing);
        var done = Command.run(words, Map.of("DEBIAN_FRONTEND", "noninteractive", "RUNLEVEL", "1"), Duration.ofMinutes(10));
        if (!done.wentWell()) {
            throw new CannotOpen("Debian cannot install " + String.join(" ", missing) + ": "
                    + done.said().strip().lines().reduce((earlier, later) -> later).orElse("no reason given") + ".");
        }
    }
}
