package jp.yakuba.document.api;

/** How long a file is kept (保存期間) from the fiscal year after the one in which it was done with. */
public enum RetentionClass {
    Y30(30),
    Y10(10),
    Y5(5),
    Y3(3),
    Y1(1),
    /** Less than a year: to the end of the fiscal year in which it was done with. */
    UNDER1(0),
    /** In regular use (常用): nothing is counted until the file is closed. */
    STANDING(-1);

    private final int years;

    RetentionClass(int years) {
        this.years = years;
    }

    /** Whole years; 0 for less than one. */
    public int years() {
        if (this == STANDING) {
            throw new IllegalStateException("A file in regular use has no years to count");
        }
        return years;
    }
}
