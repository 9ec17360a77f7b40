package jp.yakuba.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was seen in one town: the rounds of every task, and the office when nobody asked for anything. */
final class Measurement {
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final MeasuredTown town;
    private final int rows;
    private final Map<Task, List<Round>> rounds = new LinkedHashMap<>();
    private Idle idle = new Idle(0, 0, 0);

    /** What the office uses when it is left alone: CPU milliseconds and statements a second. */
    record Idle(double serverCpu, double databaseCpu, double statements) {}

    /**
     * A measurement of the tasks in the town.
     *
     * @param rows how many rows a submission inserts; 0 where none is measured
     */
    Measurement(MeasuredTown town, List<Task> tasks, int rows) {
        this.town = town;
        this.rows = rows;
        tasks.forEach(task -> rounds.put(task, new ArrayList<>()));
    }

    MeasuredTown town() {
        return town;
    }

    Idle idle() {
        return idle;
    }

    int rowsOfSubmission() {
        return rows;
    }

    Map<Task, List<Round>> rounds() {
        return rounds;
    }

    List<Task> tasks() {
        return List.copyOf(rounds.keySet());
    }

    /** Looks at the office while nobody asks. */
    void lookIdle() throws InterruptedException {
        var office = town.office();
        office.rest(0);
        double server = office.serverCpu();
        double database = office.databaseCpu();
        long statements = office.statements();
        Thread.sleep(IDLE.toMillis());
        idle = new Idle((office.serverCpu() - server) / IDLE.toSeconds(), (office.databaseCpu() - database) / IDLE.toSeconds(),
                (double) (office.statements() - statements) / IDLE.toSeconds());
    }

    /** Lets the task have a turn; it is kept if it counts. */
    void turn(Task task, MeasureSettings settings, Duration length, boolean counts) throws Exception {
        var round = new Load(town.office(), settings.clients(), length, idle).run(task);
        if (counts) {
            rounds.get(task).add(round);
            System.out.printf("  %,d: %s: %.0f/s, p95 %.0f ms, %.2f + %.2f CPU-ms (%.2f of it compiling), %.1f statements%s%n", town.population(),
                    task.name(), round.perSecond(), round.p95(), round.serverCpu(), round.databaseCpu(), round.compilerCpu(), round.statements(),
                    round.failures() == 0 ? "" : ", FAILED " + round.failures());
        }
    }
}
