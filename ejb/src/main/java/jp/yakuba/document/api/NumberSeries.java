package jp.yakuba.document.api;

import java.util.List;
import java.util.stream.Stream;

/** A series of numbers of what goes out (文書記号番号・令達番号). */
public enum NumberSeries {
    /** Of a section, from 1 April: 「芽総第12号」. */
    LETTER,
    /** 条例, of the town, from 1 January, as all that follow. */
    ORDINANCE,
    /** 規則. */
    RULE,
    /** 告示. */
    NOTICE,
    /** 訓令. */
    DIRECTIVE,
    /** 公告. */
    PUBLIC,
    /** 指令. */
    ORDER,
    /** What an earlier system had numbered (移行文書): the number is that one's, and counts for nothing here. */
    IMPORTED;

    /** The series under which something can go out. */
    public static List<NumberSeries> outgoing() {
        return Stream.of(values()).filter(series -> series != IMPORTED).toList();
    }

    /** True if it counts for the whole town and the calendar year, or the fiscal year if it is imported. */
    public boolean isOfTown() {
        return this != LETTER;
    }
}
