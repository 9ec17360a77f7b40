package jp.yakuba.inquiry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.inquiry.InquiryFixture;
import jp.yakuba.inquiry.api.InquirySheet;
import jp.yakuba.inquiry.api.InquiryState;
import jp.yakuba.inquiry.api.OfficeLine;
import jp.yakuba.inquiry.api.OfficeState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("回答一覧の用紙")
class AnswerPaperTest {
    @Test
    @DisplayName("二百の役所の回答は、何ページにも分かれ、書体が入り、伏せた住所は伏せたまま")
    void manyAnswersGoOverPages() throws Exception {
        var offices = new ArrayList<OfficeLine>();
        IntStream.range(0, 200).forEach(number -> offices.add(office("%06d".formatted(number), "試験" + number + "市", number == 0 ? "住まいは＊＊＊です" : "異議なし<b>")));
        offices.add(new OfficeLine("999999", "まだの市", OfficeState.OVERDUE, null, false, null, null, List.of(), null, List.of()));
        var out = new ByteArrayOutputStream();
        AnswerPaper.write(new InquirySheet(UUID.randomUUID(), "general", "道路の照会", "説明", LocalDate.of(2026, 12, 25), InquiryState.SENT,
                InquiryFixture.FORM, offices, UUID.randomUUID(), null, UUID.randomUUID(), "芽総第12号", null, List.of(), 0), LocalDate.of(2026, 12, 26), out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(10);
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("回答一覧", "道路の照会", "芽総第12号", "201件中200件", "まだの市", "期限超過", "試験199市", "住まいは＊＊＊です", "異議なし<b>", "12.5km",
                    "令和8年12月25日", "（期限後）");
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    private static OfficeLine office(String code, String name, String opinion) {
        var given = new ArrayList<>(InquiryFixture.ANSWERS);
        given.set(1, InquiryFixture.given("q2", opinion));
        return new OfficeLine(code, name, OfficeState.ANSWERED, Instant.parse("2026-12-26T01:00:00Z"), true, "試総第" + code + "号", UUID.randomUUID(), given,
                null, List.of());
    }
}
