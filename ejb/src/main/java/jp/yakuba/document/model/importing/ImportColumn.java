package jp.yakuba.document.model.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of the list of an import, with their heads as they stand in the file. */
public enum ImportColumn {
    NUMBER("番号", true, true),
    DATE("日付", true, true),
    DIRECTION("区分", true, true),
    SECTION("課コード", true, true),
    TITLE("件名", true, false),
    PARTY("相手方", true, false),
    FILE_YEAR("ファイル年度", false, true),
    FILE("ファイル", true, true),
    RETENTION("保存期間", true, true),
    READERS("閲覧者", true, true),
    PERSON("宛名番号", false, false),
    PATHS("パス", true, true),
    HASHES("SHA-256", true, true);

    private final String head;
    private final boolean needed;
    private final boolean shown;

    ImportColumn(String head, boolean needed, boolean shown) {
        this.head = head;
        this.needed = needed;
        this.shown = shown;
    }

    /** What stands above the column. */
    public String head() {
        return head;
    }

    /** True if a fault may say what stands there: words about people stay in the list. */
    boolean isShown() {
        return shown;
    }

    /** Heads that a list must have and the given ones lack. */
    public static List<String> missingIn(List<String> heads) {
        return Arrays.stream(values()).filter(column -> column.needed && !heads.contains(column.head)).map(ImportColumn::head).toList();
    }

    /** The column with the head. */
    public static Optional<ImportColumn> under(String head) {
        return Arrays.stream(values()).filter(column -> column.head.equals(head)).findFirst();
    }
}
