package jp.yakuba.web.shell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jp.yakuba.kernel.OfficeClock;

/** Counts what each address begins in a minute of the clock at this node; with a new minute all begin anew, so nothing grows. */
final class MinutePace {
    static final int MOST = 20;

    private final OfficeClock clock;
    private volatile Minute minute = new Minute(Instant.MIN, new ConcurrentHashMap<>());

    private record Minute(Instant begin, ConcurrentMap<String, Integer> counts) {}

    MinutePace(OfficeClock clock) {
        this.clock = clock;
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

    /** True if the address may begin one more. */
    boolean step(String address) {
        return now().counts().merge(address, 1, Integer::sum) <= MOST;
    }

    private Minute now() {
        var begin = clock.now().truncatedTo(ChronoUnit.MINUTES);
        var known = minute;
        if (!known.begin().equals(begin)) {
            known = new Minute(begin, new ConcurrentHashMap<>());
            minute = known;
        }
        return known;
    }
}
