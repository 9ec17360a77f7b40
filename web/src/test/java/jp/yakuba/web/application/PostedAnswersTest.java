package jp.yakuba.web.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("書きかけのページ")
class PostedAnswersTest {
    private static final Text WORDS = new Text("問い", null, null);
    private static final FormPage PAGE = new FormPage("applicant", WORDS, null,
            List.of(question("applicant.name", FieldType.TEXT), question("applicant.address", FieldType.ADDRESS)));
    private static final List<FieldProblem> LOT_IS_MISSING = List.of(new FieldProblem("applicant.address.lot", "applicant", WORDS));

    @Test
    @DisplayName("分かっていることが入っているだけのページは、まだ始めていない")
    void filledInIsNotBegun() {
        assertThat(PostedAnswers.isBegun(PAGE, Map.of(), LOT_IS_MISSING)).isFalse();
        assertThat(PostedAnswers.isBegun(PAGE, Map.of("applicant.name", "髙橋　太郎"), LOT_IS_MISSING)).isFalse();
    }

    @Test
    @DisplayName("空けたまま送ったページ、入っている答えを直すページは、始めている")
    void sentOnceIsBegun() {
        var sent = Map.of("applicant.name", "髙橋　太郎", "applicant.address.lot", "");
        assertThat(PostedAnswers.isBegun(PAGE, sent, LOT_IS_MISSING)).isTrue();
        var wrong = List.of(new FieldProblem("applicant.name", "applicant", WORDS));
        assertThat(PostedAnswers.isBegun(PAGE, Map.of("applicant.name", "？"), wrong)).isTrue();
        assertThat(PostedAnswers.isBegun(PAGE, Map.of("other.name", ""), LOT_IS_MISSING)).isFalse();
    }

    private static FormPage.Question question(String path, FieldType type) {
        var field = new FormField(path, null, type, WORDS, null, null, true, null, null, null, null, null, null, null, null);
        return new FormPage.Question(path, field, null, 0, 0, List.of());
    }
}
