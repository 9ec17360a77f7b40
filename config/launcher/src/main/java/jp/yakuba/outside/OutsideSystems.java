package jp.yakuba.outside;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The program of the core systems outside of the office. It takes the folder of their state as its only argument and the
 * way to the broker from the environment: {@code YAKUBA_BROKER_URL}, and for each system {@code YAKUBA_BROKER_USER_<SYSTEM>}
 * and {@code YAKUBA_BROKER_PASSWORD_<SYSTEM>}.
 */
public final class OutsideSystems {
    private static final String MANNERS = "?reconnectAttempts=0&callTimeout=10000&consumerWindowSize=0";

    private OutsideSystems() {}

    /** Opens every counter and serves until the process is ended. */
    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("Usage: OutsideSystems <folder of their state>");
            System.exit(2);
        }
        var folder = Path.of(arguments[0]);
        var moods = new Moods(folder);
        var counters = new ArrayList<Counter>();
        var threads = new ArrayList<Thread>();
        for (var trade : Trades.all()) {
            var system = new CoreSystem(trade, new Journal(folder, trade.system()), InstantSource.system());
            var counter = new Counter(system, broker(trade.system(), System.getenv()), moods);
            counters.add(counter);
            threads.add(new Thread(counter, trade.system()));
        }
        threads.forEach(Thread::start);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(counters, threads)));
        for (var thread : threads) {
            thread.join();
        }
    }

    private static void close(Iterable<Counter> counters, Iterable<Thread> threads) {
        counters.forEach(Counter::close);
        try {
            for (var thread : threads) {
                thread.join(5_000);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static ConnectionFactory broker(String system, Map<String, String> environment) {
        var suffix = system.toUpperCase(Locale.ROOT);
        return new ActiveMQConnectionFactory(environment.getOrDefault("YAKUBA_BROKER_URL", "tcp://127.0.0.1:61616") + MANNERS,
                environment.getOrDefault("YAKUBA_BROKER_USER_" + suffix, "core-" + system),
                environment.get("YAKUBA_BROKER_PASSWORD_" + suffix));
    }
}
