package jp.yakuba.cluster;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import jp.yakuba.cards.SampleAccounts;

/**
 * Residents who fill in applications and send them, and clerks who look for people, all at once in front of the balancer. Whoever gets no answer
 * or a wrong one presses again, as people do; each such press is counted, and the longest time until one step was done.
 */
final class Crowd {
    private static final String PROCEDURE = "water-start";
    private static final int BEFORE_REIWA = 2018;
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration BEFORE_NEXT_PRESS = Duration.ofMillis(200);
    private static final Duration WEARY = Duration.ofSeconds(60);

    private final SSLContext tls;
    private final URI portal;
    private final URI office;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();
    private final AtomicInteger lostPages = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Map<String, AtomicInteger> failures = new java.util.concurrent.ConcurrentHashMap<>();
    private final AtomicInteger serial = new AtomicInteger();
    private volatile boolean over;

    /** An application whose sending was acknowledged: its draft, and words in it that no other has. */
    record Sent(String draft, String words) {}

    /** What they met. */
    record Outcome(int answered, int failed, Map<String, AtomicInteger> failures, int moved, int lostPages, Duration slowest,
            List<Sent> sent) {
        @Override
        public String toString() {
            return "%,d requests, %d failed%s, %d moved to the other node, %d pages of staff lost, longest stall %.2f s, %d applications sent".formatted(
                    answered + failed, failed, failed == 0 ? "" : " " + failures, moved, lostPages, slowest.toMillis() / 1000.0, sent.size());
        }
    }

    private Crowd(SSLContext tls, String door) {
        this.tls = tls;
        this.portal = URI.create("https://" + door + ":8443/");
        this.office = URI.create("https://" + door + ":8090/");
    }

    /** They come in front of the door and sign in; returns when all are at work. */
    static Crowd come(SSLContext tls, String door, List<String> residents, List<String> clerks) {
        var crowd = new Crowd(tls, door);
        residents.forEach(mail -> crowd.threads.add(new Thread(() -> crowd.reside(mail), "resident-" + mail)));
        clerks.forEach(number -> crowd.threads.add(new Thread(() -> crowd.clerk(number), "clerk-" + number)));
        crowd.threads.forEach(Thread::start);
        return crowd.awaitWork(residents.size());
    }

    private Crowd awaitWork(int residents) {
        var until = System.nanoTime() + WEARY.toNanos();
        while (sent.size() < 2 * residents && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        return this;
    }

    /** Forgets what was met so far, but not what was sent. */
    Crowd countFromNow() {
        answered.set(0);
        failed.set(0);
        moved.set(0);
        lostPages.set(0);
        slowest.set(0);
        failures.clear();
        return this;
    }

    Crowd stayFor(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        return this;
    }

    /** What was met since the last look. */
    Outcome look() {
        return new Outcome(answered.get(), failed.get(), Map.copyOf(failures), moved.get(), lostPages.get(), Duration.ofNanos(slowest.get()),
                List.copyOf(sent));
    }

    Outcome leave() {
        over = true;
        for (var thread : threads) {
            try {
                thread.join(WEARY.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return look();
    }

    private void reside(String mail) {
        var browser = new Browser(tls, portal);
        try {
            signIn(browser, "/sign-in", "mail", mail, SampleAccounts.RESIDENT_PASSWORD);
            while (!over) {
                send(browser, mail);
            }
        } catch (IOException weary) {
            failures.computeIfAbsent("gave up: " + weary.getMessage(), any -> new AtomicInteger()).incrementAndGet();
        }
    }

    private void signIn(Browser browser, String path, String name, String value, String password) throws IOException {
        step(browser, () -> {
            var fields = Browser.fields(browser.page(path), "signIn");
            fields.put(name, value);
            fields.put("password", password);
            return browser.post(path, fields);
        });
    }

    /** From an empty form to the receipt, with a look at the page in the middle. */
    private void send(Browser browser, String mail) throws IOException {
        var begin = "/start?procedure=" + PROCEDURE;
        var form = step(browser, () -> Browser.fields(browser.page(begin), "form"));
        form.put("y_procedure", PROCEDURE);
        var draft = step(browser, () -> expect(browser.post(begin, form), "/draft/"));
        var words = "%d番地".formatted(serial.incrementAndGet());
        var answers = new LinkedHashMap<>(Map.of("y_token", form.get("y_token"), "y_next", "on"));
        answers.putAll(Map.of("applicant.name", "試行 花子", "applicant.kana", "しこう はなこ", "applicant.phone", "0155-62-0000",
                "applicant.mail", mail));
        step(browser, () -> expect(browser.post(draft + "/applicant", answers), draft));
        var start = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(7);
        answers.putAll(Map.of("move.new.postal", "0820012", "move.new.place", "北海道河西郡芽室町東二条", "move.new.lot", words,
                "water.startOn.y", "R" + (start.getYear() - BEFORE_REIWA), "water.startOn.m", "" + start.getMonthValue(),
                "water.startOn.d", "" + start.getDayOfMonth()));
        answers.putAll(Map.of(PROCEDURE + ".use", "home", PROCEDURE + ".payment", "slip", PROCEDURE + ".sewer", "yes"));
        step(browser, () -> browser.page(draft + "/water"));
        step(browser, () -> expect(browser.post(draft + "/water", answers), draft));
        var sending = step(browser, () -> Browser.fields(browser.page(draft + "/check"), "sending"));
        // a second press finds that the first one was heard, and leads to what the person has sent
        step(browser, () -> expect(browser.post(draft + "/check", sending), "/my"));
        sent.add(new Sent(draft.substring(draft.lastIndexOf('/') + 1), words));
    }

    private void clerk(String number) {
        var browser = new Browser(tls, office);
        try {
            signIn(browser, "/office/sign-in", "number", number, SampleAccounts.STAFF_PASSWORD.formatted(number));
            var page = step(browser, () -> browser.page("/office/residents"));
            while (!over) {
                page = search(browser, page);
            }
        } catch (IOException weary) {
            failures.computeIfAbsent("a clerk gave up: " + weary.getMessage(), any -> new AtomicInteger()).incrementAndGet();
        }
    }

    /** Looks for people on the page that is open; what it was told before stands in it still. */
    private String search(Browser browser, String page) throws IOException {
        var fields = Browser.fields(page, "search");
        fields.put("reason", "試行");
        fields.put("words", "佐藤");
        try {
            return step(browser, () -> {
                var found = browser.postForPage("/office/residents", fields);
                if (!Browser.fields(found, "search").getOrDefault("words", "").equals("佐藤")) {
                    throw new Browser.Unexpected("a page that forgot its words");
                }
                return found;
            }, Browser.Unexpected.class);
        } catch (Browser.Unexpected lost) {
            lostPages.incrementAndGet();
            return step(browser, () -> browser.page("/office/residents"));
        }
    }

    private static String expect(String path, String wanted) throws Browser.Unexpected {
        if (!path.startsWith(wanted)) {
            throw new Browser.Unexpected("led to " + path.replaceAll("[0-9a-f-]{36}", "…"));
        }
        return path;
    }

    @FunctionalInterface
    private interface Press<T> {
        T now() throws IOException;
    }

    private <T> T step(Browser browser, Press<T> press) throws IOException {
        return step(browser, press, null);
    }

    /** Presses until it is done; {@code last} is a kind of failure after which nobody would press again. */
    private <T> T step(Browser browser, Press<T> press, Class<? extends IOException> last) throws IOException {
        var begun = System.nanoTime();
        var node = browser.node();
        while (true) {
            try {
                var done = press.now();
                answered.incrementAndGet();
                slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
                if (!node.isEmpty() && !node.equals(browser.node())) {
                    moved.incrementAndGet();
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
                return done;
            } catch (IOException refused) {
                failed.incrementAndGet();
                failures.computeIfAbsent(String.valueOf(refused.getMessage()), any -> new AtomicInteger()).incrementAndGet();
                if (last != null && last.isInstance(refused) || over || System.nanoTime() - begun > WEARY.toNanos()) {
                    throw refused;
                }
                LockSupport.parkNanos(BEFORE_NEXT_PRESS.toNanos());
            }
        }
    }
}
