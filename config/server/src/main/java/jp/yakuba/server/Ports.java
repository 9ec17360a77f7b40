package jp.yakuba.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The doors of one running office: every port that it listens on, all moved by the same offset so that several offices
 * can stand side by side.
 *
 * @param offset added to every usual port
 */
public record Ports(int offset) {
    private static final int HIGHEST_USUAL = 61616;
    private static final Duration TO_LET_GO = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** How far all ports can be moved. */
    public static final int MOST_OFFSET = 65535 - HIGHEST_USUAL;

    public Ports {
        if (offset < 0 || offset > MOST_OFFSET) {
            throw new CannotOpen("The port offset " + offset + " is out of range; use 0 to " + MOST_OFFSET + ".");
        }
    }

    /** The portal, plain. */
    public int http() {
        return 8080 + offset;
    }

    /** The portal over TLS. */
    public int https() {
        return 8443 + offset;
    }

    /** Sign-in by card: TLS 1.3, a client certificate wanted. */
    public int card() {
        return 8444 + offset;
    }

    /** Other offices, by LGWAN: TLS 1.3, a client certificate required. */
    public int lgwan() {
        return 8445 + offset;
    }

    /** The listener of the staff. */
    public int office() {
        return 8090 + offset;
    }

    /** Console, health, metrics. */
    public int management() {
        return 9990 + offset;
    }

    /** PostgreSQL. */
    public int database() {
        return 5433 + offset;
    }

    /** The message broker's door for outside systems. */
    public int broker() {
        return HIGHEST_USUAL + offset;
    }

    /** The mail catcher of a sample town. */
    public int smtp() {
        return 3025 + offset;
    }

    /** The page on which the caught mail is read. */
    public int mailPage() {
        return 8025 + offset;
    }

    /** The software that reads cards of a sample town. */
    public int cardReader() {
        return 8026 + offset;
    }

    /** The time stamp service of a sample town. */
    public int stamps() {
        return 8027 + offset;
    }

    /** Every port with what it is for. */
    public Map<Integer, String> all() {
        var all = new LinkedHashMap<Integer, String>();
        all.put(http(), "portal");
        all.put(https(), "portal over TLS");
        all.put(card(), "sign-in by card");
        all.put(lgwan(), "exchange with other offices");
        all.put(office(), "office");
        all.put(management(), "management");
        all.put(database(), "PostgreSQL");
        all.put(broker(), "messages of outside systems");
        all.put(smtp(), "mail catcher");
        all.put(mailPage(), "mail page");
        all.put(cardReader(), "card reader");
        all.put(stamps(), "time stamps");
        return all;
    }

    /**
     * Refuses, naming the port and what to do, when another program listens on one of the ports. A program that has just been ended may take
     * some seconds to let go of its own.
     */
    public void mustBeFree() {
        long patient = System.nanoTime() + TO_LET_GO.toNanos();
        var taken = taken();
        while (!taken.isEmpty() && System.nanoTime() < patient) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            taken = taken();
        }
        taken.forEach((port, use) -> {
            throw new CannotOpen("Port " + port + " (" + use + ") is in use by another program; stop that program or start"
                    + " with -Dyakuba.port.offset=<n> to move all ports of this office.");
        });
    }

    /** Those of the ports on which somebody listens in this moment; each is looked at once, for a look itself takes the port for a moment. */
    private Map<Integer, String> taken() {
        var taken = new LinkedHashMap<Integer, String>();
        all().forEach((port, use) -> {
            if (!isFree(port)) {
                taken.put(port, use);
            }
        });
        return taken;
    }

    /** True if nothing listens on the port of the loopback address. */
    public static boolean isFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** An offset near the wished one at which all ports are free, for tests that do not care where they run. */
    public static Ports freeFrom(int offset) {
        for (var candidate = offset; candidate < offset + 400; candidate += 7) {
            var ports = new Ports(candidate);
            if (ports.all().keySet().stream().allMatch(Ports::isFree)) {
                return ports;
            }
        }
        throw new CannotOpen("No free ports were found from offset " + offset + " on; stop what else listens on this machine.");
    }
}
