package jp.yakuba.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What can be chosen about a measurement.
 *
 * @param root the project: scripts, the built application, the unpacked programs
 * @param home the folder with one home for each town; towns that lie there already are not loaded again
 * @param offset port offset of the first office; each further one stands {@value #STEP} higher
 * @param towns numbers of residents, one office each, all open at the same time
 * @param rounds how often every work takes its turn
 * @param length how long a turn is
 * @param warmUp how long every office is used before anything counts
 * @param clients how many clients do a work at the same time
 * @param twice true to close an office after its first opening and open it again, so that both times are known
 */
record MeasureSettings(
        Path root, Path home, int offset, List<Integer> towns, int rounds, Duration length, Duration warmUp, int clients,
        boolean twice) {
    static final int STEP = 40;

    /** Reads {@code -Dyakuba.bench.home}, {@code .towns}, {@code .rounds}, {@code .seconds}, {@code .warmup}, {@code .clients}, {@code .twice}. */
    static MeasureSettings from(Path root, Properties given) {
        var home = given.getProperty("yakuba.bench.home", "");
        return new MeasureSettings(
                root.toAbsolutePath().normalize(),
                (home.isBlank() ? root.resolve(".yakuba/bench") : Path.of(home)).toAbsolutePath().normalize(),
                number(given, "yakuba.port.offset", 1900),
                Stream.of(given.getProperty("yakuba.bench.towns", "18000,1000000").split(","))
                        .map(String::strip).map(Integer::valueOf).toList(),
                number(given, "yakuba.bench.rounds", 5),
                Duration.ofSeconds(number(given, "yakuba.bench.seconds", 8)),
                Duration.ofSeconds(number(given, "yakuba.bench.warmup", 120)),
                number(given, "yakuba.bench.clients", 8),
                Boolean.parseBoolean(given.getProperty("yakuba.bench.twice", "true")));
    }

    /** The same in another home. */
    MeasureSettings in(Path other) {
        return new MeasureSettings(root, other, offset, towns, rounds, length, warmUp, clients, twice);
    }

    private static int number(Properties given, String name, int usual) {
        return Integer.parseInt(given.getProperty(name, Integer.toString(usual)).strip());
    }
}
