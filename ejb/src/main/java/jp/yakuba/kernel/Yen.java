package jp.yakuba.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in whole yen (円); a refund is negative. Fractions are cut off where the law says so, never rounded
 * on the way.
 *
 * @param amount yen
 */
public record Yen(long amount) implements Comparable<Yen> {
    /** No money. */
    public static final Yen ZERO = new Yen(0);

    /** Both together. */
    public Yen plus(Yen other) {
        return new Yen(Math.addExact(amount, other.amount));
    }

    /** What is left. */
    public Yen minus(Yen other) {
        return new Yen(Math.subtractExact(amount, other.amount));
    }

    /** So many times over. */
    public Yen times(long count) {
        return new Yen(Math.multiplyExact(amount, count));
    }

    /** The part that a rate gives, fractions of a yen cut off (円未満切捨て). */
    public Yen at(BigDecimal rate) {
        return new Yen(rate.multiply(BigDecimal.valueOf(amount)).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    /** Cut down to whole hundreds or thousands (百円未満切捨て, 千円未満切捨て). */
    public Yen cutTo(long unit) {
        if (unit < 1) {
            throw new IllegalArgumentException("Money is cut to a positive unit: " + unit);
        }
        return new Yen(amount - amount % unit);
    }

    @Override
    public int compareTo(Yen other) {
        return Long.compare(amount, other.amount);
    }

    /** As written on a notice: {@code 1,234円}. */
    @Override
    public String toString() {
        return String.format("%,d円", amount);
    }
}
