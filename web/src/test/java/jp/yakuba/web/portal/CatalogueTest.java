package jp.yakuba.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.kernel.Assurance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("手続きの一覧のことば")
class CatalogueTest {
    private final ProcedureView birth = aProcedure("birth", null);
    private final ProcedureView allowance = aProcedure("child-allowance", "birth");

    @Test
    @DisplayName("いっしょに出さない手続きを、待つとは言わない")
    void whatIsNotSentIsNotWaitedFor() {
        var catalogue = new Catalogue();
        assertThat(catalogue.waits(allowance, List.of(birth, allowance))).isTrue();
        assertThat(catalogue.waits(allowance, List.of(allowance))).isFalse();
        assertThat(catalogue.waits(birth, List.of(birth, allowance))).isFalse();
    }

    private static ProcedureView aProcedure(String code, String waitsFor) {
        var text = new Text(code, null, null);
        return new ProcedureView(code, text, code, text, "児童手当法7条", "child", text, List.of(), 0, 5, Assurance.SIGNATURE,
                ProcedureKind.NOTIFICATION, VisitRule.NONE, true, "welfare", null, waitsFor, List.of("birth"), List.of(),
                LocalDate.of(2026, 4, 1), null, null);
    }
}
