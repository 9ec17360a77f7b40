package jp.yakuba.application.model.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.api.RemedyWay;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.Decision.Outcome;
import jp.yakuba.application.model.Instruction;
import jp.yakuba.application.model.RemedyPeriods;
import jp.yakuba.application.model.form.AnswerReading;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.model.form.MovingFamily;
import jp.yakuba.application.model.form.ProcedureJson;
import jp.yakuba.application.model.form.ShippedForms;
import jp.yakuba.kernel.glyph.HouseFonts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("紙の様式")
class FormPaperTest {
    private static final String AGENT = "上田　一郎";

    static java.util.stream.Stream<String> withForm() {
        return ShippedForms.withForm();
    }

    @ParameterizedTest
    @MethodSource("withForm")
    @DisplayName("どの様式も白紙で刷れ、窓口で聞くすべての問いが載る")
    void everyEmptyFormPrints(String code) throws IOException {
        var text = print(empty(code), "ja");
        var counter = FormBundle.of(List.of(ShippedForms.form(code)), Channel.COUNTER);

        ShippedForms.form(code).sections().forEach(section -> {
            var asked = section.fields().stream().filter(counter::mayAsk).toList();
            if (asked.stream().allMatch(field -> field.type() == FieldType.NOTE)) {
                return;
            }
            assertThat(text).contains(plain(section.title().ja()));
            asked.stream()
                    .filter(field -> field.fields().isEmpty())
                    .forEach(field -> assertThat(text).contains(plain(field.label().ja())));
        });
    }

    @ParameterizedTest
    @CsvSource({"en, Moving-in notification, 転入届", "ja-easy, 転入届（＝町に引っ越してきた届け）, 引っ越した日"})
    @DisplayName("英語の様式には日本語も並ぶ")
    void otherLanguages(String language, String title, String besides) throws IOException {
        assertThat(print(empty("move-in"), language)).contains(plain(title), plain(besides));
    }

    @Test
    @DisplayName("届いた内容が、受付番号・担当・元号の日付とともに載る")
    void filledFormSaysWhatArrived() throws IOException {
        var text = print(filled("move-in", MovingFamily.answers()), "ja");

        assertThat(text).contains(
                "2026-1121-00001-7", "芽室町長", "住民課", "令和8年11月21日", "令和8年11月15日", "〒082-0014",
                "北海道河西郡芽室町東四条3丁目5-2", "髙橋太郎", "タカハシハナコ", "平成29年5月20日", "令和8年11月25日（水）午前10時");
        assertThat(text).doesNotContain("move.date", "m0", "household");
    }

    @Test
    @DisplayName("窓口で聞き取ったものの紙には、窓口で聞かない来庁の日時も、電子申請という言葉もない")
    void theSheetOfTheCounterShowsNothingThatIsNotAskedThere() throws IOException {
        var answers = new HashMap<>(MovingFamily.answers());
        answers.remove("visit.appointment");
        var text = print(filled("move-in", answers, Channel.COUNTER), "ja");

        assertThat(text).contains("窓口で職員が聞き取って").doesNotContain("来庁", "電子申請で届いた");
        assertThat(print(filled("move-in", answers), "ja")).contains("来庁", "電子申請で届いた");
        assertThat(print(empty("move-in"), "ja")).doesNotContain("来庁");
    }

    @ParameterizedTest
    @ValueSource(strings = {"葛\uDB40\uDD00西", "葛\uDB40\uDD00城", "辻\uDB40\uDD00", "辻\uDB40\uDD00村", "榊\uDB40\uDD00原"})
    @DisplayName("異体字の符号がある字は登録どおりの字形で刷り、写しとれば符号も付いてくる")
    void sequencesAreDrawnAndTold(String surname) throws IOException {
        assertThat(print(filled("move-in", named(surname + "　花子")), "ja")).contains(surname + "花子").doesNotContain("字形を選ぶ符号");
    }

    @Test
    @DisplayName("もう一つの書体にだけある字形は、その書体があれば刷り、なければ元の字に印を付ける")
    void sequenceOfTheFontOfNames() throws IOException {
        var text = print(filled("move-in", named("斉\uDB40\uDD03藤　𠀋子")), "ja");

        if (HouseFonts.ofNames().isPresent()) {
            assertThat(text).contains("斉\uDB40\uDD03藤").doesNotContain("字形を選ぶ符号");
        } else {
            assertThat(text).contains("斉*藤", "字形を選ぶ符号");
        }
    }

    @Test
    @DisplayName("どの書体も知らない字形は元の字に印を付け、書体にない字は〓と符号で示す")
    void charactersBeyondTheFontsAreMarked() throws IOException {
        assertThat(print(filled("move-in", named("葛\uDB40\uDDEF城　\uD83D\uDE00")), "ja"))
                .contains("葛*城", "〓(U+1F600)", "字形を選ぶ符号");
    }

    private static Map<String, String> named(String name) {
        var answers = new HashMap<>(MovingFamily.answers());
        answers.put("household.members.0.name", name);
        return answers;
    }

    @Test
    @DisplayName("PDFは印つき（タグ）で、書体を埋め込み、言語と題を持つ")
    void pdfIsTagged() throws IOException {
        try (var document = load(empty("move-in"), "ja")) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).startsWith("ja");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("転入届");
            var page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isBetween(594f, 596f);
            for (var name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    @DisplayName("名前に書かれた印はただの字として刷る")
    void scriptIsOnlyText() throws IOException {
        var answers = new HashMap<>(MovingFamily.answers());
        answers.put("household.members.0.name", "<script>alert('x')</script>&amp;");

        assertThat(print(filled("move-in", answers), "ja")).contains("<script>alert('x')</script>&amp;");
    }

    @Test
    @DisplayName("却下の通知には理由と、三か月・六か月の教示がある")
    void refusalCarriesInstruction() throws IOException {
        var said = Instruction.of(
                new Remedy(RemedyWay.REVIEW_FIRST, null, "北海道国民健康保険審査会", null, List.of("国民健康保険法第91条", "国民健康保険法第103条")),
                "芽室町", "芽室町長", RemedyPeriods.USUAL);

        assertThat(printed(notice(Outcome.REFUSED, null, said))).contains(
                "芽健第12号", "令和8年12月4日", "却下通知書", "次のとおり却下しました", "死亡の日から2年を過ぎているため",
                "3か月以内に、北海道国民健康保険審査会に対して審査請求", "裁決を経た後でなければ", "6か月以内に、芽室町（代表者芽室町長）を被告",
                "根拠国民健康保険法第91条、国民健康保険法第103条");
    }

    @Test
    @DisplayName("ほかの機関が決める申請の通知は、決定とは言わず、送り先を告げる")
    void whatIsHandedOnIsNoDecision() throws IOException {
        var said = Instruction.of(new Remedy(RemedyWay.ELSEWHERE, "北海道知事", null, null, List.of()), "芽室町", "芽室町長", RemedyPeriods.USUAL);

        assertThat(printed(notice(Outcome.FORWARDED, "北海道知事", said)))
                .contains("進達通知書", "の申請を北海道知事へ送りました", "処分ではありません").doesNotContain("決定通知書", "芽室町長に対して審査請求");
    }

    private static Notice notice(Outcome outcome, String forwardedTo, Instruction said) {
        return new Notice(
                "芽健第12号", LocalDate.of(2026, 12, 4), "髙橋　太郎", "芽室町", "芽室町長　手島　旭", "健康福祉課　電話 0155-62-9724",
                "葬祭費の支給", "国民健康保険法第58条", outcome, forwardedTo, "死亡の日から2年を過ぎているため", "2026-1121-00003-3", said.words());
    }

    private static String printed(Notice notice) throws IOException {
        var out = new ByteArrayOutputStream();
        NoticePaper.write(notice, out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    @Test
    @DisplayName("代理で出したものには、代理人の名前が載る")
    void namesTheAgent() throws IOException {
        assertThat(print(filled("water-start", MovingFamily.answers()), "ja")).contains(plain("代理人" + AGENT));
        assertThat(print(empty("water-start"), "ja")).doesNotContain("代理人");
    }

    private static Sheet empty(String code) {
        return Sheet.empty(ProcedureJson.read(ShippedForms.procedure(code)), ShippedForms.form(code), "芽室町長", "住民課　電話 0155-62-9723");
    }

    private static Sheet filled(String code, Map<String, String> typed) {
        return filled(code, typed, Channel.ONLINE);
    }

    private static Sheet filled(String code, Map<String, String> typed, Channel channel) {
        var read = AnswerReading.read(ShippedForms.bundle(ShippedForms.MOVE), typed);
        return new Sheet(
                ProcedureJson.read(ShippedForms.procedure(code)), ShippedForms.form(code), "芽室町長", "住民課　電話 0155-62-9723",
                "2026-1121-00001-7", LocalDateTime.of(2026, 11, 21, 23, 5), AGENT, FactBook.shareOf(ShippedForms.form(code), read), channel, List.of("在留カード.jpg"));
    }

    private static String print(Sheet sheet, String language) throws IOException {
        try (var document = load(sheet, language)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    private static PDDocument load(Sheet sheet, String language) throws IOException {
        var out = new ByteArrayOutputStream();
        FormPaper.write(sheet, language, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s　]", "");
    }
}
