package jp.yakuba.application.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FieldProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("住所の直すところ")
class AddressCheckTest {
    private static final String BILL_TO = "water-stop.billTo";

    @Test
    @DisplayName("何も書いていない住所は、一行で、どの住所かを言う")
    void anEmptyAddressIsOneLine() {
        assertThat(problems(Map.of()))
                .filteredOn(problem -> problem.path().startsWith(BILL_TO))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo(BILL_TO + ".postal");
                    assertThat(problem.message().ja()).isEqualTo("最後の料金の請求先を入れてください");
                    assertThat(problem.message().en()).isEqualTo("Enter: Where to send the last bill");
                });
    }

    @Test
    @DisplayName("書きかけの住所は、足りないところを、どの住所かとともに言う。同じ行は二つない")
    void eachLineNamesItsAddress() {
        var problems = problems(Map.of(BILL_TO + ".building", "101", "applicant.address.building", "101"));
        assertThat(problems).filteredOn(problem -> problem.path().startsWith(BILL_TO)).hasSize(3)
                .allSatisfy(problem -> {
                    assertThat(problem.message().ja()).contains("最後の料金の請求先");
                    assertThat(problem.message().easy()).contains("最後の お金の 紙を 送る 住所");
                    assertThat(problem.message().en()).contains("Where to send the last bill");
                });
        assertThat(problems).extracting(problem -> problem.message().ja()).doesNotHaveDuplicates();
    }

    private static List<FieldProblem> problems(Map<String, String> answers) {
        return new AnswerCheck(ShippedForms.bundle(List.of("water-stop")), LocalDate.of(2026, 11, 27)).problems(answers);
    }
}
