package jp.yakuba.document.model.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DrawMask;
import jp.yakuba.document.api.MaskClause;
import jp.yakuba.document.api.MaskGround;
import jp.yakuba.document.api.MaskSheetView;
import jp.yakuba.document.api.MaskState;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("墨消し票（情報公開法6条の部分開示にならう）")
class MaskSheetTest {
    private static final Instant NOW = Instant.parse("2026-11-28T01:00:00Z");
    private static final List<PageSize> PAGES = List.of(new PageSize(595, 842), new PageSize(842, 595));
    private static final MaskClause PERSONAL = new MaskClause(MaskGround.PERSONAL, "情報公開条例第7条第2号");
    private static final Actor FIRST = staff("担当");
    private static final Actor SECOND = staff("係長");

    @ParameterizedTest
    @CsvSource({"0,10,10,10,10", "3,10,10,10,10", "1,10,10,0,10", "1,10,10,10,-1", "1,595,10,10,10", "1,10,842,10,10", "1,-10,10,10,10",
        "1,10,-10,10,10", "1,NaN,10,10,10", "1,10,Infinity,10,10", "1,-1e9,-1e9,2e9,2e9", "1,10,10,0.004,10"})
    @DisplayName("ページにかからない枠、大きさのない枠、数でない枠は断る")
    void aPlaceOffItsPageIsRefused(int page, double left, double top, double width, double height) {
        assertRefused(() -> MaskPlace.on(PAGES, new DrawMask.Place(page, left, top, width, height)), DocumentProblem.MASK_OFF_PAGE);
    }

    @Test
    @DisplayName("少しでもかかる画素はすべて塗り、ページの外にはみ出す枠は、かかる所だけを塗る")
    void everyPixelOfWhichAPartIsCoveredIsBlack() {
        var place = MaskPlace.on(PAGES, new DrawMask.Place(1, 10.1, 20.1, 5, 5));
        assertThat(place.onPicture(2, 1190, 1684)).isEqualTo(new Rectangle(20, 40, 11, 11));

        var over = MaskPlace.on(PAGES, new DrawMask.Place(2, -50, 500, 100, 500));
        assertThat(over.onPicture(2, 1684, 1190)).isEqualTo(new Rectangle(0, 1000, 100, 190));
    }

    @Test
    @DisplayName("固定は、手を加えていない二人目がする")
    void aSecondPersonFixes() {
        var sheet = proposed();

        assertRefused(() -> sheet.fix(List.of(FIRST.id(), SECOND.id()), SECOND, NOW), DocumentProblem.OWN_MASKS);
        assertRefused(() -> sheet.fix(List.of(FIRST.id()), FIRST, NOW), DocumentProblem.OWN_MASKS);
        sheet.fix(List.of(FIRST.id()), SECOND, NOW);

        assertThat(sheet.state()).isEqualTo(MaskState.FIXED);
        assertThat(sheet.digest()).matches("[0-9a-f]{64}");
        assertThat(sheet.holds()).isTrue();
    }

    @Test
    @DisplayName("二人目に回したものには描けず、固定したものは何も変えられない")
    void whatIsHandedOnOrFixedStays() {
        var sheet = proposed();
        var mask = sheet.view(MaskSheetView.Copy.NONE, null).masks().get(0).id();
        assertRefused(() -> draw(sheet, null), DocumentProblem.NOT_IN_THIS_STATE);
        assertRefused(() -> sheet.takeOff(mask), DocumentProblem.NOT_IN_THIS_STATE);
        assertRefused(() -> sheet.propose(FIRST, NOW), DocumentProblem.NOT_IN_THIS_STATE);

        sheet.fix(List.of(FIRST.id()), SECOND, NOW);
        assertRefused(() -> draw(sheet, mask), DocumentProblem.NOT_IN_THIS_STATE);
        assertRefused(() -> sheet.giveBack("もう一度"), DocumentProblem.NOT_IN_THIS_STATE);
        assertRefused(sheet::requireUnfixed, DocumentProblem.NOT_IN_THIS_STATE);
        assertRefused(() -> sheet.fix(List.of(), SECOND, NOW), DocumentProblem.NOT_IN_THIS_STATE);
    }

    @Test
    @DisplayName("戻したものは、理由とともに、また描ける")
    void whatIsGivenBackIsDrawnOnAgain() {
        var sheet = proposed();
        sheet.giveBack("2ページ目の氏名が残っています。");

        draw(sheet, null);

        var view = sheet.view(MaskSheetView.Copy.NONE, null);
        assertThat(view.hands().returnedFor()).isEqualTo("2ページ目の氏名が残っています。");
        assertThat(view.masks()).hasSize(2);
    }

    @Test
    @DisplayName("墨消しのないものは回せず、固定していないものからは続きを作れない")
    void anEmptyOneGoesNowhere() {
        var sheet = MaskSheet.begin(ground(), "開示請求第1号", null, FIRST, NOW);

        assertRefused(() -> sheet.propose(FIRST, NOW), DocumentProblem.NO_MASKS);
        assertRefused(() -> MaskSheet.begin(ground(), "次の請求", sheet, FIRST, NOW), DocumentProblem.NOT_IN_THIS_STATE);
    }

    @Test
    @DisplayName("固定したものから作る続きは、同じ墨消しで始まり、前のものは変わらない")
    void anotherFollows() {
        var sheet = proposed();
        sheet.fix(List.of(FIRST.id()), SECOND, NOW);
        var digest = sheet.digest();

        var next = MaskSheet.begin(ground(), "次の請求", sheet, SECOND, NOW);
        draw(next, null);

        assertThat(next.view(MaskSheetView.Copy.NONE, null).masks()).hasSize(2);
        assertThat(next.view(MaskSheetView.Copy.NONE, null).follows()).isEqualTo(sheet.id());
        assertThat(sheet.count()).isEqualTo(1);
        assertThat(sheet.digest()).isEqualTo(digest);
    }

    @Test
    @DisplayName("ほかの人が変えた後の版では、何もできない")
    void whoeverSawAnotherVersionIsRefused() {
        var sheet = MaskSheet.begin(ground(), "開示請求第1号", null, FIRST, NOW);
        long seen = sheet.version();
        draw(sheet, null);

        assertRefused(() -> sheet.expect(seen), DocumentProblem.CHANGED_MEANWHILE);
        sheet.expect(seen + 1);
    }

    private static MaskSheet proposed() {
        var sheet = MaskSheet.begin(ground(), "開示請求第1号", null, FIRST, NOW);
        draw(sheet, null);
        sheet.propose(FIRST, NOW);
        return sheet;
    }

    private static void draw(MaskSheet sheet, UUID mask) {
        sheet.draw(mask, MaskPlace.on(PAGES, new DrawMask.Place(1, 50, 100, 200, 20)), PERSONAL, "氏名");
    }

    private static MaskSheet.Ground ground() {
        return new MaskSheet.Ground(new UUID(0, 7), "a".repeat(64), "a".repeat(64), PAGES);
    }

    private static Actor staff(String name) {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), name, "general-clerk-1", "general", Set.of(), Assurance.NONE, "test");
    }

    private static void assertRefused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
