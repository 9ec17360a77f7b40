package jp.yakuba.application.model;

/**
 * The periods of objecting to a decision (教示), as they stand on its day.
 *
 * @param reviewMonths for the request for review, from knowing of the decision (行政不服審査法18条1項)
 * @param reviewLimitYears after which none is taken, known or not (18条2項)
 * @param suitMonths for the suit, from knowing (行政事件訴訟法14条1項)
 * @param suitLimitYears after which none is taken (14条2項)
 * @param rulingMonths without a ruling after which a suit need not wait for one (8条2項1号)
 */
public record RemedyPeriods(int reviewMonths, int reviewLimitYears, int suitMonths, int suitLimitYears, int rulingMonths) {
    /** As the two laws stand. */
    public static final RemedyPeriods USUAL = new RemedyPeriods(3, 1, 6, 1, 3);
}
