package jp.yakuba.launcher;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.yakuba.cards.Introduction;
import jp.yakuba.server.CannotOpen;

/**
 * Two whole offices on this machine that exchange documents with each other (二つの町). Both open at the same time and meet in the middle:
 * when both have their keys they are introduced, and only then do their servers start.
 */
public final class TwoTowns implements AutoCloseable {
    private static final String INTRODUCED = """
            INSERT INTO yakuba.exc_peer (code, name, address, added_at, services, asked)
            VALUES (?, ?, ?, now(), '{document,inquiry,inquiry-answer,move-notice,procedure-catalogue,wide-copy,wide-copy-answer,vendor-register,facility-user-register}',
                '{document,inquiry,move-notice,procedure-catalogue,wide-copy,vendor-register,facility-user-register}')
            ON CONFLICT (code) DO UPDATE SET address = excluded.address
            """;

    private final Progress progress;
    private volatile RunningOffice first;
    private volatile RunningOffice second;

    private TwoTowns(RunningOffice first, RunningOffice second, Progress progress) {
        this.first = first;
        this.second = second;
        this.progress = progress;
    }

    /** Opens both; what has begun when something is in the way of either is closed again. */
    public static TwoTowns open(OfficeSettings one, OfficeSettings other, Progress progress) {
        var need = MemoryNeed.from(System.getProperties());
        Machine.mustCarry(one.home(), need, 2);
        Machine.mustCarry(other.home(), need, 2);
        var first = RunningOffice.at(one, of(one, progress));
        var towns = new TwoTowns(first, neighbour(other, first, progress), progress);
        try {
            towns.both(RunningOffice::openData);
            towns.introduce();
            towns.both(RunningOffice::openServer);
            return towns;
        } catch (RuntimeException inTheWay) {
            towns.closeInPeace();
            throw inTheWay;
        }
    }

    private static RunningOffice neighbour(OfficeSettings settings, RunningOffice first, Progress progress) {
        try {
            return RunningOffice.at(settings, of(settings, progress));
        } catch (RuntimeException inTheWay) {
            first.close();
            throw inTheWay;
        }
    }

    /** Each line begins with the town that it is about. */
    private static Progress of(OfficeSettings settings, Progress progress) {
        var name = RunningOffice.nameOf(settings.town());
        return line -> progress.say(name + ": " + line);
    }

    /** The town that opened at the lower ports. */
    public RunningOffice first() {
        return first;
    }

    /** Its neighbour. */
    public RunningOffice second() {
        return second;
    }

    /** Ends one of the two as a power cut would; the other goes on. */
    public void kill(RunningOffice town) {
        mine(town).kill();
    }

    /** Opens one of the two again after it was killed or closed, with fresh lists of revoked certificates on both sides; the new one. */
    public RunningOffice restart(RunningOffice town) {
        var settings = mine(town).settings();
        var again = RunningOffice.start(settings, of(settings, progress));
        if (town == first) {
            first = again;
        } else {
            second = again;
        }
        introduce();
        return again;
    }

    /** Tells each of the two who the other one is: its authorities and lists, and where it takes documents. */
    public void introduce() {
        introduce(first, second);
        introduce(second, first);
    }

    private static void introduce(RunningOffice host, RunningOffice guest) {
        new Introduction(host.keys(), host.secrets().get("keys")).of(guest.settings().town(), guest.keys());
        try (var connection = host.database().owner().getConnection(); var row = connection.prepareStatement(INTRODUCED)) {
            row.setString(1, guest.settings().town());
            row.setString(2, guest.name());
            row.setString(3, guest.settings().exchangeAddress());
            row.executeUpdate();
        } catch (SQLException refused) {
            throw new CannotOpen("The towns cannot be introduced to each other: " + refused.getMessage() + ".", refused);
        }
    }

    /** Closes both at the same time. */
    @Override
    public void close() {
        var other = new Thread(second::close, "close-" + second.settings().town());
        other.start();
        try {
            first.close();
        } finally {
            join(other);
        }
    }

    private static void join(Thread closing) {
        try {
            closing.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private RunningOffice mine(RunningOffice town) {
        if (town != first && town != second) {
            throw new IllegalArgumentException("Not one of these two towns as they are now");
        }
        return town;
    }

    /** Ctrl-C interrupts an opening; an interrupted thread would wait for nobody and end everything the hard way. */
    private void closeInPeace() {
        var interrupted = Thread.interrupted();
        close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does a part of the opening with both at the same time. What one cannot do ends it for the other too, and so does Ctrl-C. */
    private void both(Consumer<RunningOffice> part) {
        var two = Executors.newFixedThreadPool(2);
        var done = new ExecutorCompletionService<Void>(two);
        Stream.of(first, second).forEach(town -> done.submit(() -> part.accept(town), null));
        try {
            done.take().get();
            done.take().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotOpen("Interrupted while the towns were opening.", stopped);
        } catch (ExecutionException inTheWay) {
            throw inTheWay.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(inTheWay.getCause());
        } finally {
            end(two);
        }
    }

    /** Nobody closes what somebody else is still opening. */
    private static void end(ExecutorService two) {
        two.shutdownNow();
        var interrupted = Thread.interrupted();
        try {
            if (!two.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("A town does not stop to open");
            }
        } catch (InterruptedException stopped) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
