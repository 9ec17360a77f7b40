package jp.yakuba.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether a server stands alone or is one of several; the configuration begins from another file and more scripts run. */
public enum ServerKind {
    /** The only server of its office. */
    ALONE("standalone-full.xml"),
    /** One of several behind a balancer: {@code config/cluster/wildfly} around {@code config/wildfly}. */
    CLUSTERED("standalone-full-ha.xml");

    private static final String BEFORE_ALL_OTHERS = "05-";

    private final String pristine;

    ServerKind(String pristine) {
        this.pristine = pristine;
    }

    /** The file of WildFly from which the configuration begins. */
    String pristine() {
        return pristine;
    }

    /** The scripts of the project that make the configuration, in the order in which they run. */
    List<Path> scripts(Path root) throws IOException {
        var scripts = new ArrayList<>(in(root.resolve("config/wildfly")));
        if (this == CLUSTERED) {
            for (var script : in(root.resolve("config/cluster/wildfly"))) {
                scripts.add(script.getFileName().toString().startsWith(BEFORE_ALL_OTHERS) ? 0 : scripts.size(), script);
            }
        }
        return scripts;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".cli")).sorted().toList();
        }
    }
}
