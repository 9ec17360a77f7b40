package jp.yakuba.kernel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** An era of the Japanese calendar (元号, 元号法), with the first day on which documents bear it. */
public enum JapaneseEra {
    MEIJI("明治", "M", 1, LocalDate.of(1868, 1, 25)),
    TAISHO("大正", "T", 2, LocalDate.of(1912, 7, 30)),
    SHOWA("昭和", "S", 3, LocalDate.of(1926, 12, 25)),
    HEISEI("平成", "H", 4, LocalDate.of(1989, 1, 8)),
    REIWA("令和", "R", 5, LocalDate.of(2019, 5, 1));

    private final String kanji;
    private final String letter;
    private final int cardDigit;
    private final LocalDate firstDay;

    JapaneseEra(String kanji, String letter, int cardDigit, LocalDate firstDay) {
        this.kanji = kanji;
        this.letter = letter;
        this.cardDigit = cardDigit;
        this.firstDay = firstDay;
    }

    /** The era of a day; refused before 明治. */
    public static JapaneseEra of(LocalDate day) {
        return Arrays.stream(values())
                .filter(era -> era.contains(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No era is kept for a day before " + MEIJI.firstDay));
    }

    /** The era named by its kanji or its letter (upper or lower case). */
    public static Optional<JapaneseEra> named(String name) {
        return Arrays.stream(values())
                .filter(era -> era.kanji.equals(name) || era.letter.equalsIgnoreCase(name))
                .findFirst();
    }

    /** True on days of the era. */
    public boolean contains(LocalDate day) {
        boolean begun = !day.isBefore(firstDay);
        return begun && (ordinal() == values().length - 1 || day.isBefore(values()[ordinal() + 1].firstDay));
    }

    /** The calendar year of a year of the era; 1 is 元年. */
    public int calendarYear(int yearOfEra) {
        return firstDay.getYear() + yearOfEra - 1;
    }

    /** The year within the era of a calendar year. */
    public int yearOfEra(int calendarYear) {
        return calendarYear - firstDay.getYear() + 1;
    }

    /** Such as 令和. */
    public String kanji() {
        return kanji;
    }

    /** Such as R. */
    public String letter() {
        return letter;
    }

    /** The digit of the era in a birth date on a signature certificate (署名用電子証明書). */
    public int cardDigit() {
        return cardDigit;
    }

    /** The first day of the era. */
    public LocalDate firstDay() {
        return firstDay;
    }
}
