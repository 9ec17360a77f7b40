package jp.yakuba.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.yakuba.server.Command;

/** The audit chain of a database, as {@code config/audit/verify} sees it. */
final class AuditChain {
    private AuditChain() {}

    /**
     * Nothing if the chain holds, or what the command says of it.
     *
     * @param home folder with the password of the application's role
     */
    static List<String> faults(Path root, Path home, int port) {
        var checked = Command.run(List.of(root.resolve("config/audit/verify").toString(), home.toString(), Integer.toString(port)), Map.of(),
                Duration.ofHours(1));
        return checked.wentWell() ? List.of() : checked.said().strip().lines().toList();
    }
}
