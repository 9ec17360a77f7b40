package jp.yakuba.document.model.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.SealUse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("起案用紙")
class DraftPaperTest {
    @Test
    @DisplayName("項目、経路、伺い文、案文が紙にあり、字体は紙に入っている")
    void everythingIsOnTheSheet() throws IOException {
        var out = new ByteArrayOutputStream();
        DraftPaper.write(new DraftPaper.Sheet("芽室町", "総務課", LocalDate.of(2019, 5, 1), "髙橋　七海", "HEI", "A-01-01-001　照会・回答綴",
                "補助金について（回答）", "次のとおり回答してよいか伺います。",
                RichText.ofPlain("回答します。\n\n# 記\n\n|*項目|*内容|\n|金額|3,000円|"),
                new DraftFacts("correspondence", 3000, null, null, Disclosure.PARTIAL, "7条2号", LocalDate.of(2027, 3, 31),
                        DispatchIntent.LETTER, SealUse.OMITTED),
                List.of(new DraftPaper.Stop("DECIDE", "総務課　課長", "中西　さやか", true, LocalDate.of(2026, 11, 27), "よい")),
                List.of("明細.xlsx"), "0".repeat(64)), out);

        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("起案用紙", "令和元年5月1日", "髙橋", "丙", "部分公開　7条2号　令和9年3月31日まで",
                    "公印省略", "代決", "記", "3,000円", "明細.xlsx");
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
                }
            }
        }
    }
}
