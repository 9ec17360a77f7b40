package jp.yakuba.town.generator;

import java.util.SplittableRandom;
import jp.yakuba.town.TownFolder;

/**
 * The people still to be placed, by sex and five-year class: a deck that is dealt until it is empty, so that the town ends
 * with exactly the age structure of its source, whatever households the dealing leads to.
 */
final class AgePyramid {
    static final int OLDEST = 104;
    private static final int CLASSES = 18;
    private static final int WIDTH = 5;
    private static final int OPEN_CLASS = (CLASSES - 1) * WIDTH;

    private final int[][] left = new int[2][CLASSES];
    private final SplittableRandom random;
    private int remaining;

    /** A deck of so many people with the proportions of the source. */
    AgePyramid(int population, SplittableRandom random) {
        this.random = random;
        this.remaining = population;
        var rows = TownFolder.shared("people/ages");
        var whole = rows.stream().mapToLong(row -> number(row.get("men")) + number(row.get("women"))).sum();
        long seen = 0;
        long dealt = 0;
        for (int i = 0; i < CLASSES; i++) {
            for (int sex = 0; sex < 2; sex++) {
                seen += number(rows.get(i).get(sex == 0 ? "men" : "women"));
                var upTo = seen * population / whole;
                left[sex][i] = (int) (upTo - dealt);
                dealt = upTo;
            }
        }
    }

    boolean isEmpty() {
        return remaining == 0;
    }

    /** Somebody of any sex between the ages, or null if nobody is left there. */
    Dealt anybody(int from, int to) {
        return deal(0, 1, from, to);
    }

    /** A man between the ages, or null. */
    Dealt man(int from, int to) {
        return deal(0, 0, from, to);
    }

    /** A woman between the ages, or null. */
    Dealt woman(int from, int to) {
        return deal(1, 1, from, to);
    }

    private Dealt deal(int firstSex, int lastSex, int from, int to) {
        var low = Math.max(0, from) / WIDTH;
        var high = Math.min(CLASSES - 1, Math.max(0, to) / WIDTH);
        var sum = 0;
        for (int sex = firstSex; sex <= lastSex; sex++) {
            for (int i = low; i <= high; i++) {
                sum += left[sex][i];
            }
        }
        if (sum == 0 || to < 0) {
            return null;
        }
        var ticket = random.nextInt(sum);
        for (int sex = firstSex; sex <= lastSex; sex++) {
            for (int i = low; i <= high; i++) {
                ticket -= left[sex][i];
                if (ticket < 0) {
                    left[sex][i]--;
                    remaining--;
                    return new Dealt(sex == 0, ageWithin(i, from, to));
                }
            }
        }
        throw new IllegalStateException("A ticket beyond the deck");
    }

    private int ageWithin(int ageClass, int from, int to) {
        var youngest = Math.max(ageClass * WIDTH, from);
        if (ageClass * WIDTH == OPEN_CLASS) {
            var beyond = (int) (-Math.log(1 - random.nextDouble()) * 4.5);
            return Math.min(Math.min(Math.max(youngest, OPEN_CLASS + beyond), OLDEST), Math.max(youngest, to));
        }
        var oldest = Math.min(ageClass * WIDTH + WIDTH - 1, to);
        return youngest + random.nextInt(Math.max(1, oldest - youngest + 1));
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    /** One person dealt: sex and age in full years. */
    record Dealt(boolean male, int age) {}
}
