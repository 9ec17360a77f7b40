package jp.yakuba.town.generator;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids in the manner of UUID version 7: rising, so that indexes grow at one end, and random in their lower half. */
final class OrderedIds {
    private static final int PER_MILLISECOND = 64;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final long start;
    private final SplittableRandom random;
    private long count;

    OrderedIds(LocalDate day, SplittableRandom random) {
        this.start = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        this.random = random;
    }

    UUID next() {
        var milliseconds = start + count / PER_MILLISECOND;
        var low = count % PER_MILLISECOND * PER_MILLISECOND;
        count++;
        return new UUID(
                milliseconds << 16 | VERSION_7 | low | random.nextInt(PER_MILLISECOND),
                VARIANT | random.nextLong() >>> 2);
    }
}
