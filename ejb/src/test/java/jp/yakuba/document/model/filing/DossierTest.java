package jp.yakuba.document.model.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.DossierState;
import jp.yakuba.document.api.Medium;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ファイル(簿冊)")
class DossierTest {
    private static final FiscalYear R8 = new FiscalYear(2026);

    @Test
    @DisplayName("開いている間は廃棄年度を見込み、閉じると数える。中の最後が翌年度に完結していれば、そこから")
    void isCountedFromTheYearInWhichTheLastOfItWasDoneWith() {
        var dossier = Dossier.open("general", R8, facts(RetentionClass.Y3, null));
        assertThat(dossier.view(1, 1).disposalYear()).isEqualTo(2030);
        assertThat(dossier.view(1, 1).keptUntil()).isNull();

        dossier.close(new FiscalYear(2027));

        assertThat(dossier.view(1, 0).state()).isEqualTo(DossierState.CLOSED);
        assertThat(dossier.view(1, 0).keptUntil()).isEqualTo(LocalDate.of(2031, 3, 31));
        assertThat(dossier.view(1, 0).disposalYear()).isEqualTo(2031);
    }

    @Test
    @DisplayName("開いた年度より前には数え始めない")
    void neverCountsBeforeItsOwnYear() {
        var dossier = Dossier.open("general", R8, facts(RetentionClass.Y1, null));

        dossier.close(new FiscalYear(2025));

        assertThat(dossier.view(0, 0).completedYear()).isEqualTo(2026);
    }

    @Test
    @DisplayName("閉じた後に保存期間を改めると数え直し、開き直すと数えをやめる")
    void isCountedAnewWhenAmendedAndNotWhenOpenedAgain() {
        var dossier = Dossier.open("general", R8, facts(RetentionClass.STANDING, RetentionClass.Y1));
        dossier.close(R8);
        assertThat(dossier.view(0, 0).keptUntil()).isEqualTo(LocalDate.of(2028, 3, 31));

        dossier.amend(facts(RetentionClass.Y10, null));
        assertThat(dossier.view(0, 0).keptUntil()).isEqualTo(LocalDate.of(2037, 3, 31));

        dossier.reopen();
        assertThat(dossier.view(0, 0).keptUntil()).isNull();
        assertThatThrownBy(dossier::reopen).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(DocumentProblem.DOSSIER_OPEN));
    }

    @Test
    @DisplayName("延長した満了日は、数え直しても、開き直して閉じても、手前へは戻らない")
    void anExtensionIsNeverLost() {
        var dossier = Dossier.open("general", R8, facts(RetentionClass.Y1, null));
        refused(DocumentProblem.DOSSIER_OPEN, () -> dossier.extend(1));
        dossier.close(R8);
        refused(DocumentProblem.EXTENSION_STRANGE, () -> dossier.extend(0));
        refused(DocumentProblem.EXTENSION_STRANGE, () -> dossier.extend(31));

        assertThat(dossier.extend(5)).isEqualTo(LocalDate.of(2033, 3, 31));
        dossier.amend(facts(RetentionClass.Y3, null));
        assertThat(dossier.view(0, 0).keptUntil()).isEqualTo(LocalDate.of(2033, 3, 31));
        dossier.reopen();
        assertThat(dossier.view(0, 0).disposalYear()).isEqualTo(2033);
        dossier.close(R8.next());
        assertThat(dossier.view(0, 0).keptUntil()).isEqualTo(LocalDate.of(2033, 3, 31));
        dossier.amend(facts(RetentionClass.Y10, null));
        assertThat(dossier.view(0, 0).keptUntil()).isEqualTo(LocalDate.of(2038, 3, 31));
    }

    private static void refused(DocumentProblem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    @Test
    @DisplayName("繰り越したファイルは同じ中身で新しい年度に開き、前年のファイルは残る")
    void goesOnInTheNextYear() {
        var dossier = Dossier.open("general", R8, facts(RetentionClass.Y5, null));

        var next = dossier.carriedTo("general", R8.next());

        assertThat(next.facts()).isEqualTo(dossier.facts());
        assertThat(next.id()).isNotEqualTo(dossier.id());
        assertThat(next.fiscalYear()).isEqualTo(2027);
        assertThat(dossier.fiscalYear()).isEqualTo(2026);
    }

    static DossierFacts facts(RetentionClass kept, RetentionClass after) {
        return new DossierFacts("A-01-02", 3, "照会・回答・通知綴", null, kept, after, null, "文書管理規程別表", Medium.ELECTRONIC, null,
                Disclosure.OPEN, null, null, Set.of("information-disclosure"));
    }
}
