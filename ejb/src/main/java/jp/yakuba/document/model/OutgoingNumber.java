package jp.yakuba.document.model;

import java.time.LocalDate;
import java.util.Map;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.kernel.FiscalYear;

/**
 * The number of something that goes out. Letters count for each section from 1 April, series of the town from 1 January; a
 * matter that goes on keeps its number with a branch (枝番).
 *
 * @param section section whose series it is; for series of the town the one that sends
 * @param year fiscal year of letters, calendar year of the others
 * @param branch 1 for a number of its own
 */
public record OutgoingNumber(NumberSeries series, String section, String letters, int year, long sequence, int branch) {
    private static final Map<NumberSeries, String> WORDS = Map.of(NumberSeries.LETTER, "", NumberSeries.ORDINANCE, "条例",
            NumberSeries.RULE, "規則", NumberSeries.NOTICE, "告示", NumberSeries.DIRECTIVE, "訓令", NumberSeries.PUBLIC, "公告",
            NumberSeries.ORDER, "指令", NumberSeries.IMPORTED, "移行");

    public OutgoingNumber {
        if (series == NumberSeries.IMPORTED) {
            throw new IllegalArgumentException("Nothing goes out under a number of an earlier system");
        }
        if (sequence < 1 || branch < 1) {
            throw new IllegalArgumentException("A series begins with 1, not with " + sequence + "-" + branch);
        }
    }

    /** The year whose series counts on the day. */
    public static int yearOf(NumberSeries series, LocalDate day) {
        return series.isOfTown() ? day.getYear() : FiscalYear.of(day).year();
    }

    /** How a series of the town is called; nothing for letters. */
    public static String wordsOf(NumberSeries series) {
        return WORDS.get(series);
    }

    /** What stands before 第: the letters of the section, or the town's name and the series. */
    public static String lettersOf(NumberSeries series, String townName, String townLetter, String sectionLetter) {
        if (series.isOfTown()) {
            return townName + WORDS.get(series);
        }
        return sectionLetter.startsWith(townLetter) ? sectionLetter : townLetter + sectionLetter;
    }

    /** The letters in a number as it was written; those of its section may be others by now. */
    public static String lettersIn(String words) {
        return words.substring(0, words.lastIndexOf('第'));
    }

    /** The number as it is written. */
    public String words() {
        return letters + "第" + sequence + "号" + (branch == 1 ? "" : "の" + branch);
    }
}
