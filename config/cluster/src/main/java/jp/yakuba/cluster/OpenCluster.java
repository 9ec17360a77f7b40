package jp.yakuba.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jp.yakuba.server.CannotOpen;

/** The program behind {@code config/cluster/local}: starts a cluster on this machine, stops it, or says how it is. */
public final class OpenCluster {
    private static final String USAGE = "usage: config/cluster/local start [databases]|stop|state";

    private OpenCluster() {}

    /**
     * Does what is asked; a refusal is one sentence and exit code 1.
     *
     * @param arguments the folder of the project and {@code start}, {@code start databases}, {@code stop} or {@code state}
     */
    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            System.exit(run(Path.of(arguments[0]), String.join(" ", List.of(arguments).subList(1, arguments.length))));
        } catch (CannotOpen refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static int run(Path root, String word) {
        var cluster = cluster(root);
        switch (word) {
            case "start" -> {
                cluster.start();
                sayWhere(cluster, "");
            }
            case "start databases" -> {
                cluster.startWithoutApplication();
                sayWhere(cluster, "; no application server is behind it");
            }
            case "stop" -> cluster.stop();
            case "state" -> System.out.print(state(cluster));
            default -> {
                System.err.println(USAGE);
                return 2;
            }
        }
        return 0;
    }

    /** The cluster of {@code -Dyakuba.home} and {@code -Dyakuba.cluster.net}. */
    static LocalCluster cluster(Path root) {
        var given = System.getProperty("yakuba.home", "");
        return new LocalCluster(root, given.isBlank() ? root.resolve(".yakuba/cluster") : Path.of(given),
                Network.loopback(Integer.getInteger("yakuba.cluster.net", 7)), System.out::println);
    }

    private static void sayWhere(LocalCluster cluster, String lack) {
        System.out.println("Databases: " + cluster.databases().url());
        System.out.println("Balancer:  https://" + cluster.door() + ":8443/ and https://" + cluster.door()
                + ":8090/office" + lack);
        System.out.println("Data, logs and passwords: " + cluster.home() + "; stop with config/cluster/local stop");
    }

    private static String state(LocalCluster cluster) {
        if (!cluster.isRunning()) {
            return "Nothing runs of the cluster in " + cluster.home() + ".\n";
        }
        var nodes = cluster.nodes().stream().map(node -> node.machine().machine()).map(machine ->
                "Application on " + machine.name() + ": " + (serves(cluster, machine) ? "serves" : "does not serve") + "\n").collect(Collectors.joining());
        return nodes + cluster.machines().get(0).patronictl("list").said() + cluster.storeKeeper().backup("info").said();
    }

    private static boolean serves(LocalCluster cluster, Machine machine) {
        return cluster.balancer().process().isRunning() && cluster.balancer().serves(machine);
    }
}
