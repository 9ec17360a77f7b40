package jp.yakuba.document.api;

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
    ORDER;

    /** True if it counts for the whole town and the calendar year. */
    public boolean isOfTown() {
        return this != LETTER;
    }
}
