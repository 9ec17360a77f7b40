package jp.yakuba.cluster;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;

/** People in front of the balancer, each with a browser's cookie and one request at a time; counts who is turned away and who waits. */
final class Visitors {
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private volatile String lastFailure = "";
    private volatile boolean over;

    /** What they met; moved counts those whose next page came from another node. */
    record Outcome(int answered, int failed, int moved, Duration slowest, String lastFailure) {
        @Override
        public String toString() {
            return "%,d answered, %d failed%s, %d moved to the other node, slowest %.2f s".formatted(answered, failed,
                    failed == 0 ? "" : " (" + lastFailure + ")", moved, slowest.toMillis() / 1000.0);
        }
    }

    static Visitors come(SSLContext tls, URI address, int number) {
        var visitors = new Visitors();
        for (var each = 0; each < number; each++) {
            var client = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).connectTimeout(Duration.ofSeconds(5)).build();
            visitors.threads.add(new Thread(() -> visitors.stay(client, address), "visitor-" + each));
        }
        visitors.threads.forEach(Thread::start);
        return visitors;
    }

    private void stay(HttpClient client, URI address) {
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
        String before = null;
        while (!over) {
            var begun = System.nanoTime();
            try {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IOException("status " + answer.statusCode());
                }
                answered.incrementAndGet();
                var node = answer.body().split(" ")[0];
                if (before != null && !before.equals(node)) {
                    moved.incrementAndGet();
                }
                before = node;
            } catch (IOException turnedAway) {
                failed.incrementAndGet();
                lastFailure = String.valueOf(turnedAway.getMessage());
            } catch (InterruptedException stopped) {
                return;
            }
            slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    Visitors stayFor(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return this;
    }

    Outcome leave() {
        over = true;
        for (var thread : threads) {
            try {
                thread.join(30_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return new Outcome(answered.get(), failed.get(), moved.get(), Duration.ofNanos(slowest.get()), lastFailure);
    }
}
