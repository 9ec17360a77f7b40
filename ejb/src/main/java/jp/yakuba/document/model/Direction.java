package jp.yakuba.document.model;

/** Which way a record goes: received by the office (収受), sent out by it (施行), or staying inside (起案). */
public enum Direction {
    IN("収"),
    OUT(""),
    INTERNAL("起");

    private final String mark;

    Direction(String mark) {
        this.mark = mark;
    }

    /** What stands in a number of this direction after the letter of the section. */
    public String mark() {
        return mark;
    }
}
