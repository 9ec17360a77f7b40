package jp.yakuba.server;

import java.nio.file.Path;
import java.util.List;

/**
 * Where one server of an office stands.
 *
 * @param keys the folder of the office's keys, the same for all its servers
 * @param entrance words before its command, such as those that enter the network of its machine; empty where there is only this one
 * @param words what only this server is told at its start: its name and the addresses at which it listens
 */
public record ServerPlace(Path keys, List<String> entrance, List<String> words) {
    /** A server that stands alone, with the name by which its transactions are known. */
    static ServerPlace alone(Path home, Ports ports) {
        return new ServerPlace(home.toAbsolutePath().resolve("keys"), List.of(), List.of("-Djboss.tx.node.id=office-" + ports.offset()));
    }

    /** One of several, which listens at one address for everybody: the balancer, the other servers and operators on its machine. */
    public static ServerPlace amongOthers(Path keys, List<String> entrance, String name, String address) {
        return new ServerPlace(keys, entrance, List.of("-Djboss.node.name=" + name, "-Djboss.tx.node.id=" + name,
                "-Djboss.bind.address=" + address, "-Djboss.bind.address.private=" + address, "-Djboss.bind.address.management=" + address,
                "-Djboss.bind.address.office=" + address, "-Djboss.bind.address.lgwan=" + address, "-Djboss.bind.address.broker=" + address));
    }
}
