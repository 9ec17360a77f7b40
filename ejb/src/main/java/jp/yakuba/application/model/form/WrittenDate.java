package jp.yakuba.application.model.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a date as people write it: 2026-11-09, 2026/11/9, 20261109, R8.11.9, 令和8年11月9日, 令和元年5月1日, in any width. */
public final class WrittenDate {
    private static final Pattern WESTERN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA = Pattern.compile("(令和|平成|昭和|大正|明治|[RHSTM])\\.?(元|\\d{1,2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern BOUND = Pattern.compile("today(?:([+-])(\\d{1,4})([dmy]))?");

    private WrittenDate() {}

    /** The date, or nothing if the text is no date of the calendar. */
    public static Optional<LocalDate> read(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var text = Written.halfWidth(typed).replaceAll("\\s", "").replaceAll("[‐‑–—―−ー]", "-").toUpperCase(Locale.ROOT);
        for (var pattern : new Pattern[] {WESTERN, COMPACT}) {
            var western = pattern.matcher(text);
            if (western.matches()) {
                return date(Integer.parseInt(western.group(1)), western, 2);
            }
        }
        var era = ERA.matcher(text);
        return era.matches() ? readEra(era) : Optional.empty();
    }

    private static Optional<LocalDate> readEra(Matcher text) {
        var era = Era.of(text.group(1));
        int year = text.group(2).equals("元") ? 1 : Integer.parseInt(text.group(2));
        return date(era.first.getYear() + year - 1, text, 3).filter(era::contains);
    }

    private static Optional<LocalDate> date(int year, Matcher text, int month) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(text.group(month)), Integer.parseInt(text.group(month + 1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A bound such as {@code today}, {@code today-3y}, {@code today+14d} or a fixed date, seen from the day. */
    public static Optional<LocalDate> bound(String words, LocalDate today) {
        if (words == null) {
            return Optional.empty();
        }
        var bound = BOUND.matcher(words.strip());
        if (!bound.matches()) {
            return read(words);
        }
        if (bound.group(1) == null) {
            return Optional.of(today);
        }
        long amount = Long.parseLong(bound.group(2)) * (bound.group(1).equals("-") ? -1 : 1);
        return Optional.of(switch (bound.group(3)) {
            case "d" -> today.plusDays(amount);
            case "m" -> today.plusMonths(amount);
            default -> today.plusYears(amount);
        });
    }

    /** The date as the portal writes it: 令和8年11月9日. */
    public static String inEra(LocalDate date) {
        var era = Era.at(date);
        if (era == null) {
            return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        }
        int year = date.getYear() - era.first.getYear() + 1;
        return era.name + (year == 1 ? "元" : year) + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private enum Era {
        REIWA("令和", "R", LocalDate.of(2019, 5, 1), LocalDate.MAX),
        HEISEI("平成", "H", LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
        SHOWA("昭和", "S", LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
        TAISHO("大正", "T", LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)),
        MEIJI("明治", "M", LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 29));

        private final String name;
        private final String letter;
        private final LocalDate first;
        private final LocalDate last;

        Era(String name, String letter, LocalDate first, LocalDate last) {
            this.name = name;
            this.letter = letter;
            this.first = first;
            this.last = last;
        }

        static Era of(String word) {
            for (var era : values()) {
                if (era.name.equals(word) || era.letter.equals(word)) {
                    return era;
                }
            }
            throw new IllegalArgumentException(word);
        }

        static Era at(LocalDate date) {
            for (var era : values()) {
                if (era.contains(date)) {
                    return era;
                }
            }
            return null;
        }

        boolean contains(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }
}
