package jp.yakuba.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A second browser in the same office, with a thread of its own, for long rounds that one browser alone would take twice as long for.
 * Playwright wants all that is done with a browser to be done by the thread that opened it.
 */
final class BesideBrowser implements AutoCloseable {
    private static final int LONGEST_MINUTES = 20;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(BesideBrowser::aside);
    private final OpenOffice office;
    private final List<Visitor> visitors = new ArrayList<>();
    private OpenOffice beside;

    BesideBrowser(OpenOffice office) {
        this.office = office;
    }

    private static Thread aside(Runnable task) {
        var thread = new Thread(task, "browser-beside");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins something there; {@link #result} waits for it. */
    <T> Future<T> begin(Function<BesideBrowser, T> deed) {
        return thread.submit(() -> {
            if (beside == null) {
                beside = OpenOffice.of(office.running(), Chromium.launch());
            }
            return deed.apply(this);
        });
    }

    /** Somebody who has no card at hand; only for what was begun here. */
    Visitor visitor(int width) {
        var visitor = Visitor.of(beside, width, null);
        visitors.add(visitor);
        return visitor;
    }

    /** What came of it; fails as it failed. */
    static <T> T result(Future<T> begun) {
        try {
            return begun.get(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (TimeoutException endless) {
            throw new AssertionError("The second browser does not come to an end", endless);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
        }
    }

    @Override
    public void close() {
        thread.execute(this::leave);
        thread.shutdown();
        try {
            thread.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES); // nothing of it runs on beside the next journey
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            visitors.forEach(Visitor::leave);
        } finally {
            if (beside != null) {
                beside.chromium().close();
            }
        }
    }
}
