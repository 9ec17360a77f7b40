package jp.yakuba.inquiry;

import java.math.BigDecimal;
import java.util.List;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.QuestionKind;

/** A form with a question of each kind, and answers that keep it. For tests. */
public final class InquiryFixture {
    public static final List<Question> FORM = List.of(
            question("q1", QuestionKind.TEXT, "担当課", true),
            question("q2", QuestionKind.LONG_TEXT, "意見", false),
            new Question("q3", QuestionKind.NUMBER, "延長", null, true, "km", BigDecimal.ZERO, new BigDecimal("100.5"), List.of()),
            question("q4", QuestionKind.DATE, "策定日", false),
            new Question("q5", QuestionKind.CHOICE, "計画", null, true, null, null, null, List.of("あり", "なし")),
            new Question("q6", QuestionKind.CHOICES, "対象", null, false, null, null, null, List.of("道路", "橋", "公園")),
            new Question("q7", QuestionKind.TABLE, "施設", null, false, null, null, null, List.of("名", "数")));

    public static final List<Given> ANSWERS = List.of(given("q1", "土木課"), given("q2", "一行目\n二行目"), given("q3", "12.5"), given("q4", "2026-11-01"),
            given("q5", "あり"), given("q6", "道路", "橋"), given("q7", "中央公園\t3", "東公園\t"));

    private InquiryFixture() {}

    private static Question question(String code, QuestionKind kind, String label, boolean required) {
        return new Question(code, kind, label, null, required, null, null, null, List.of());
    }

    public static Given given(String question, String... values) {
        return new Given(question, List.of(values));
    }
}
