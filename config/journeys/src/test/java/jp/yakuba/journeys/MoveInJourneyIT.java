package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jp.yakuba.cards.CardBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("夜の引っ越し、電話の小さな画面で")
class MoveInJourneyIT extends Journey {
    private static final Map<String, List<String>> GUIDE = Map.of(
            "from", List.of("domestic"), "children", List.of("under18", "pupil"), "publicServant", List.of("no"),
            "insurance", List.of("yes"), "water", List.of("yes"), "dog", List.of("yes"), "seal", List.of("yes"));

    @Test
    @DisplayName("四人の家族が、七つの手続を一度に、同じことを二度書かずに出す")
    void aFamilySendsSevenProceduresAtOnceAndTypesEachFactOnce() {
        var father = visitorWithCard(PHONE, Newcomers.CARD);
        followGuide(father);
        comeInByCard(father);
        father.pressMain();
        assertThat(father.page().url()).as("the bundle is open").contains("/draft/");

        var facts = Newcomers.facts(LocalDate.now(ZoneId.of("Asia/Tokyo")));
        father.pressMain();
        facts.fillDraft(father.page());
        assertThat(new HashSet<>(facts.typed())).as("no field was filled twice").hasSameSizeAs(facts.typed());
        assertThat(facts.typed()).as("four names for seven procedures").filteredOn(name -> name.endsWith(".name"))
                .containsExactlyInAnyOrder("household.members.0.name", "household.members.1.name", "household.members.2.name",
                        "household.members.3.name", "dog.dogs.0.name");
        assertThat(facts.typed()).hasSizeLessThan(75);

        sign(father);
        father.page().locator("button[name=y_send]").click();
        father.page().waitForURL("**/my/done/**");
        assertThat(father.page().locator("main dl.y-facts .y-code").allInnerTexts()).as("a receipt for each")
                .hasSize(7).doesNotHaveDuplicates();
    }

    private void followGuide(Visitor father) {
        father.goTo("/guide/moving-in");
        for (var step = 0; step < GUIDE.size(); step++) {
            var question = father.page().locator("input[name=y_asked]").getAttribute("value");
            GUIDE.get(question).forEach(choice -> father.page().check("input[name='" + question + "'][value='" + choice + "']"));
            father.pressMain();
            father.page().waitForLoadState();
        }
        assertThat(father.page().locator("main ol.y-tasks > li").count()).as("seven procedures").isEqualTo(7);
    }

    private static void comeInByCard(Visitor father) {
        father.pressMain();
        father.page().locator("#card").click();
        father.page().waitForURL(address -> address.contains("/register-card") || address.contains("/start"));
        if (father.page().url().contains("/register-card")) {
            father.field("displayName").fill("森谷健太");
            father.field("mail").fill("kenta@moriya.example");
            father.page().locator("#send").click();
        }
        father.page().waitForURL("**/start**");
    }

    /** The card's own software signs: the portal shows the digest, the person chooses the card and types its number. */
    private static void sign(Visitor father) {
        father.page().locator("button[name=y_sign]").click();
        father.page().locator("#reader").click();
        father.page().selectOption("#card", Newcomers.CARD);
        father.page().fill("#pin", CardBox.PASSWORD);
        father.page().locator("button[type=submit]").click();
        father.page().waitForURL("**/check?signature=**");
    }
}
