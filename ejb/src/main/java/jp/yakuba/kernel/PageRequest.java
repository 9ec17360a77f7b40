package jp.yakuba.kernel;

/**
 * Which part of a list is wanted.
 *
 * @param number page number, from 0
 * @param size rows per page, 1 to 200
 */
public record PageRequest(int number, int size) {
    private static final int LARGEST = 200;

    public PageRequest {
        if (number < 0 || size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("A page has a number from 0 and 1 to " + LARGEST + " rows");
        }
    }

    /** Rows to skip. */
    public int offset() {
        return Math.multiplyExact(number, size);
    }
}
