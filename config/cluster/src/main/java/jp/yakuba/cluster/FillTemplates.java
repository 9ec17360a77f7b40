package jp.yakuba.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import jp.yakuba.server.CannotOpen;

/**
 * The program behind {@code config/cluster/fill}: fills the templates for the three machines of a town from one list of values
 * ({@code site.properties}), into a folder for each machine.
 */
public final class FillTemplates {
    /** What a template is called where it is used, and on which machines. */
    private record Place(String template, String file, List<Integer> machines) {}

    private static final List<Place> PLACES = List.of(
            new Place("etcd.yml", "etcd/etcd.yml", List.of(1, 2, 3)),
            new Place("patroni.yml", "patroni/config.yml", List.of(1, 2)),
            new Place("haproxy.cfg", "haproxy/haproxy.cfg", List.of(1, 2)),
            new Place("nftables.conf", "yakuba/nftables.conf", List.of(1, 2, 3)),
            new Place("keepalived.conf", "keepalived/keepalived.conf", List.of(1, 2)),
            new Place("pgbackrest-database.conf", "pgbackrest/pgbackrest.conf", List.of(1, 2)),
            new Place("pgbackrest-store.conf", "pgbackrest/pgbackrest.conf", List.of(3)));

    private FillTemplates() {}

    /**
     * Fills them.
     *
     * @param arguments the folder of the project, the file of values and the folder to write to
     */
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("usage: config/cluster/fill <site.properties> <folder>");
            System.exit(2);
        }
        try {
            fill(Path.of(arguments[0]).resolve("config/cluster/templates"), read(Path.of(arguments[1])), Path.of(arguments[2]))
                    .forEach(System.out::println);
        } catch (CannotOpen refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> read(Path file) {
        var given = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            given.load(in);
        } catch (IOException unreadable) {
            throw new CannotOpen("The file " + file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
        var values = new HashMap<String, String>();
        given.stringPropertyNames().forEach(name -> values.put(name, given.getProperty(name).trim()));
        return values;
    }

    static List<Path> fill(Path templates, Map<String, String> site, Path folder) {
        return PLACES.stream().flatMap(place -> place.machines().stream().map(machine -> {
            var target = folder.resolve(value(site, "machine" + machine + ".name")).resolve("etc").resolve(place.file());
            Template.in(templates.resolve(place.template())).write(values(site, machine), target);
            return target;
        })).toList();
    }

    /** What all machines share, what Debian decides, and what is this machine's own. */
    private static Map<String, String> values(Map<String, String> site, int machine) {
        var values = new HashMap<>(debian());
        values.putAll(site);
        values.put("me.name", value(site, "machine" + machine + ".name"));
        values.put("me.address", value(site, "machine" + machine + ".address"));
        values.put("other.address", value(site, "machine" + (machine == 1 ? 2 : 1) + ".address"));
        values.put("keepalived.priority", machine == 1 ? "101" : "100");
        for (var each = 1; each <= 3; each++) {
            var name = "machine" + each;
            values.put(name + ".from", value(site, name + ".address") + "/32");
            values.put(name + ".database.data", values.get("database.data"));
            values.put(name + ".database.run", values.get("database.run"));
            values.put(name + ".backup.config", "/etc/pgbackrest/pgbackrest.conf");
        }
        values.put("client.network", values.get("machine3.from"));
        return values;
    }

    private static Map<String, String> debian() {
        var values = new HashMap<String, String>();
        values.put("keys", "/etc/yakuba/keys");
        values.put("etcd.data", "/var/lib/etcd/yakuba");
        values.put("database.port", Integer.toString(DatabasePair.PORT));
        values.put("database.data", "/var/lib/postgresql/15/yakuba");
        values.put("database.run", "/var/run/postgresql");
        values.put("database.programs", DebianPackages.POSTGRESQL.toString());
        values.put("database.local.method", "peer");
        values.put("watchdog.mode", "required");
        values.put("pgbackrest", "pgbackrest");
        values.put("backup.port", "8432");
        values.put("backup.store.config", "/etc/pgbackrest/pgbackrest.conf");
        values.put("backup.logs", "/var/log/pgbackrest");
        values.put("backup.locks", "/tmp/pgbackrest");
        values.put("backup.spool", "/var/spool/pgbackrest");
        values.put("backup.standby", "y");
        values.put("balancer.run", "/run/haproxy");
        values.put("balancer.errors", "/etc/haproxy/errors");
        values.put("portal.port.plain", "80");
        values.put("portal.port", "443");
        values.put("office.port", "443");
        values.put("node.port.portal", "8443");
        values.put("node.port.office", "8090");
        values.put("node.port.card", "8444");
        values.put("node.port.lgwan", "8445");
        values.put("node.authority", "/etc/yakuba/keys/node-authority.crt");
        return values;
    }

    private static String value(Map<String, String> site, String name) {
        var value = site.get(name);
        if (value == null || value.isBlank()) {
            throw new CannotOpen("The list of values does not say " + name + ".");
        }
        return value;
    }
}
