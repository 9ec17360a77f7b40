package jp.yakuba.web.shell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.IntSupplier;
import jp.yakuba.kernel.OfficeClock;

/** Counts what each network begins in a minute of the clock at this node; with a new minute all begin anew, so nothing grows. */
final class MinutePace {
    private final OfficeClock clock;
    private final IntSupplier most;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant minute = Instant.MIN;
    private int allowed;

    /** So many at most, which is asked anew each minute. */
    MinutePace(OfficeClock clock, IntSupplier most) {
        this.clock = clock;
        this.most = most;
    }

    /** Whom an address belongs to: of IPv6 the first 64 bits, for who has one of a network has all. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress(); // digits alone: no name is looked up
            return bytes.length == 4 ? InetAddress.getByAddress(bytes).getHostAddress() : HexFormat.of().formatHex(bytes, 0, 8);
        } catch (UnknownHostException unread) {
            return address;
        }
    }

    /** True if the network may begin one more. Who is refused is not counted: it is let in again with the next minute, however often it asked. */
    synchronized boolean step(String network) {
        var now = clock.now().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            allowed = most.getAsInt();
            counts.clear();
            minute = now;
        }
        int begun = counts.getOrDefault(network, 0);
        if (begun < allowed) {
            counts.put(network, begun + 1);
        }
        return begun < allowed;
    }
}
