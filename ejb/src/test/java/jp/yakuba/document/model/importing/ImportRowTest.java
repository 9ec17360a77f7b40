package jp.yakuba.document.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import jp.yakuba.document.api.ImportFaultLine;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.Direction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("移行文書の目録の一行")
class ImportRowTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final String HASH = "ab".repeat(32);

    @Test
    @DisplayName("正しい行は、日付から年度を数え、いくつもの閲覧者とファイルを分ける")
    void aSoundLineSaysWhatItSays() {
        var row = row(Map.of(ImportColumn.READERS, "1003；1004; 1003", ImportColumn.PATHS, "a/１.txt;b.pdf",
                ImportColumn.HASHES, HASH + ";" + HASH.toUpperCase(java.util.Locale.ROOT)));

        assertThat(row.faults()).isEmpty();
        assertThat(row.fiscalYear()).isEqualTo(2014);
        assertThat(row.dossierYear()).as("without another year, that of the day").isEqualTo(2014);
        assertThat(row.direction()).isEqualTo(Direction.IN);
        assertThat(row.retention()).isEqualTo(RetentionClass.Y30);
        assertThat(row.files()).containsExactly(new ImportRow.ListedFile("a/１.txt", HASH), new ImportRow.ListedFile("b.pdf", HASH));
        assertThat(row.readers()).containsExactly("1003", "1004");
    }

    @ParameterizedTest(name = "{0}「{1}」は{2}")
    @CsvSource(textBlock = """
            NUMBER,     '',                 missing
            DATE,       四月一日,            date
            DATE,       2026-11-29,         date-ahead
            DATE,       2015-02-30,         date
            DIRECTION,  受信,                direction
            SECTION,    '',                 missing
            TITLE,      '　',                missing
            PARTY,      '',                 missing
            FILE_YEAR,  平成27,              year
            FILE,       '',                 missing
            RETENTION,  7年,                 retention
            PATHS,      '',                 missing
            PATHS,      a.txt;b.txt,        count
            HASHES,     xyz,                hash
            HASHES,     '',                 count
            """)
    @DisplayName("誤りは、欄ごとに見つかる")
    void faultsAreFoundByColumn(ImportColumn column, String value, String reason) {
        var row = row(Map.of(column, value));

        assertThat(row.faults()).extracting(ImportFaultLine::reason).containsExactly(reason);
        assertThat(row.faults().get(0).line()).isEqualTo(7);
    }

    @Test
    @DisplayName("長すぎる件名は誤りで、件名と相手方と宛名番号は誤りの表に写されない")
    void wordsAboutPeopleAreNotShown() {
        var row = row(Map.of(ImportColumn.TITLE, "山".repeat(301), ImportColumn.DIRECTION, "受信"));

        assertThat(row.faults()).extracting(ImportFaultLine::column, ImportFaultLine::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("区分", "受信"), org.assertj.core.groups.Tuple.tuple("件名", null));
    }

    @Test
    @DisplayName("同じシステムの同じ番号は同じ元で、年度か区分か課かシステムが違えば別のもの。書いてあることが違えば照合値も違う")
    void theNumberInTheEarlierSystemIsTheCause() {
        var row = row(Map.of());

        assertThat(row(Map.of(ImportColumn.TITLE, "別の件名")).causeId("旧")).isEqualTo(row.causeId("旧"));
        assertThat(row(Map.of(ImportColumn.TITLE, "別の件名")).digest()).isNotEqualTo(row.digest());
        assertThat(row.causeId("旧")).isNotIn(row.causeId("別"), row(Map.of(ImportColumn.DATE, "2016-03-31")).causeId("旧"),
                row(Map.of(ImportColumn.DIRECTION, "発送")).causeId("旧"), row(Map.of(ImportColumn.SECTION, "tax")).causeId("旧"));
        assertThat(row(Map.of(ImportColumn.DATE, "2014-04-01")).causeId("旧")).as("one fiscal year").isEqualTo(row.causeId("旧"));
    }

    private static ImportRow row(Map<ImportColumn, String> other) {
        var cells = new EnumMap<ImportColumn, String>(Map.of(
                ImportColumn.NUMBER, "芽総第１２号", ImportColumn.DATE, "平成27年3月31日", ImportColumn.DIRECTION, "収受",
                ImportColumn.SECTION, "general", ImportColumn.TITLE, "照会", ImportColumn.PARTY, "北海道",
                ImportColumn.FILE, "A-01-02-003", ImportColumn.RETENTION, "３０年", ImportColumn.PATHS, "a.txt",
                ImportColumn.HASHES, HASH));
        cells.putAll(other);
        return ImportRow.read(7, cells, TODAY);
    }
}
