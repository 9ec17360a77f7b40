package jp.yakuba.cluster;

import java.util.List;
import java.util.stream.IntStream;
import jp.yakuba.server.CannotOpen;

/**
 * The addresses of a cluster on this machine.
 *
 * @param prefix the first three numbers of them, such as {@code 127.0.7}
 * @param entrances for each machine the words that enter its network namespace, or none where all share this machine's
 */
public record Network(String prefix, List<List<String>> entrances) {
    /** Loopback addresses {@code 127.0.<number>.x}, which anybody may use without setting anything up. */
    public static Network loopback(int number) {
        if (number < 1 || number > 254) {
            throw new CannotOpen("-Dyakuba.cluster.net=" + number + " is out of range; use 1 to 254.");
        }
        return new Network("127.0." + number, List.of(List.of(), List.of(), List.of()));
    }

    /** The three machines. */
    List<Machine> machines() {
        return IntStream.rangeClosed(1, 3).mapToObj(number -> new Machine(number, prefix + "." + (10 + number), entrances.get(number - 1))).toList();
    }

    /** Where residents and staff come in. */
    String door() {
        return prefix + ".10";
    }

    /** From where the machine calls others; from one loopback address to another the kernel always calls as the first of them all. */
    String callsFrom(Machine machine) {
        return machine.address().startsWith("127.") ? "127.0.0.1/32" : machine.address() + "/32";
    }

    /** From where whoever runs the trials calls. */
    String trialsFrom() {
        return prefix.startsWith("127.") ? "127.0.0.1/32" : prefix + ".0/24";
    }
}
