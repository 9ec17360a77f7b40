package jp.yakuba.document.model.filing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a filing plan as a table, with their heads as they stand in the file. */
public enum PlanColumn {
    YEAR("年度", true),
    SECTION("課コード", true),
    SECTION_NAME("課名", false),
    CLASS("分類コード", true),
    LARGE("大分類", true),
    MIDDLE("中分類", true),
    SMALL("小分類", true),
    NUMBER("番号", true),
    TITLE("ファイル名", true),
    PUBLIC_TITLE("公開用件名", false),
    RETENTION("保存期間", true),
    AFTER_USE("常用後の保存期間", false),
    LAW_UNTIL("法定の期限", false),
    GROUND("根拠", true),
    MEDIUM("媒体", true),
    PLACE("保管場所", false),
    DISCLOSURE("公開区分", true),
    CLAUSE("非公開の条項", false),
    CLOSED_UNTIL("時限", false),
    MATTERS("自動編てつ", false),
    STATE("状態", false),
    COMPLETED("完結年度", false),
    FROM("起算日", false),
    UNTIL("満了日", false),
    DISPOSAL("廃棄予定年度", false);

    private final String head;
    private final boolean needed;

    PlanColumn(String head, boolean needed) {
        this.head = head;
        this.needed = needed;
    }

    /** What stands above the column. */
    public String head() {
        return head;
    }

    /** Heads in their order. */
    public static String[] heads() {
        return Arrays.stream(values()).map(PlanColumn::head).toArray(String[]::new);
    }

    /** Heads that a table must have and the given ones lack. */
    public static List<String> missingIn(List<String> heads) {
        return Arrays.stream(values()).filter(column -> column.needed && !heads.contains(column.head)).map(PlanColumn::head).toList();
    }

    /** The column with the head. */
    public static Optional<PlanColumn> under(String head) {
        return Arrays.stream(values()).filter(column -> column.head.equals(head)).findFirst();
    }
}
