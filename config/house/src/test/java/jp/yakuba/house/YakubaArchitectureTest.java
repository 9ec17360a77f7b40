package jp.yakuba.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("家の決まり")
class YakubaArchitectureTest {
    private static final String STREETS = "jp.yakuba.house.streets.";
    private static final JavaClasses GOOD = new ClassFileImporter().importPackages(STREETS + "good");
    private static final JavaClasses BAD = new ClassFileImporter().importPackages(STREETS + "bad");

    private final YakubaArchitecture onTheBadStreet = YakubaArchitecture.of(STREETS + "bad");

    @TestFactory
    @DisplayName("決まりを守る通りは何も言われない")
    Stream<DynamicTest> theGoodStreetIsLeftInPeace() {
        return YakubaArchitecture.of(STREETS + "good").rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(GOOD)));
    }

    @TestFactory
    @DisplayName("どの決まりも違反を見つけ、理由を言う")
    Stream<DynamicTest> everyRuleFindsABreachAndSaysWhy() {
        return onTheBadStreet.rules().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> {
            assertThat(rule.evaluate(BAD).hasViolation()).isTrue();
            assertThat(rule.getDescription()).contains("because");
        }));
    }

    @Test
    @DisplayName("輪になった領域を見つける")
    void findsACircleOfDomains() {
        assertFinds(onTheBadStreet.domainsFormNoCycle(), "Slice mill");
    }

    @Test
    @DisplayName("宣言のない訪問と、窓口を通らない訪問を見つける")
    void findsUndeclaredVisitsAndVisitsThroughTheWindow() {
        assertFinds(onTheBadStreet.desksAreTheOnlyDoor(), "inn.api.InnDesk");
        assertFinds(onTheBadStreet.desksAreTheOnlyDoor(), "smith.model.Hammer");
    }

    @Test
    @DisplayName("同じ階の窓口や上の階への宣言を断る")
    void findsDeclarationsAcrossAndUpTheStairs() {
        assertFinds(onTheBadStreet.storeysAreKept(), "mill (COUNTER) uses smith (COUNTER)");
        assertFinds(onTheBadStreet.storeysAreKept(), "mill (COUNTER) uses attic (SQUARE)");
        assertFinds(onTheBadStreet.storeysAreKept(), "mill uses ghost, which is no domain");
    }

    @Test
    @DisplayName("使わない宣言を見つける")
    void findsDeclarationsNobodyUses() {
        assertFinds(onTheBadStreet.whatIsDeclaredIsUsed(), "mill declares attic and never goes there");
        assertThat(said(onTheBadStreet.whatIsDeclaredIsUsed())).doesNotContain("declares smith");
    }

    @Test
    @DisplayName("札のない領域と五つ目の部屋を見つける")
    void findsMissingPlaquesAndFifthRooms() {
        assertFinds(onTheBadStreet.everyDomainHasAPlaque(), "inn.api.InnDesk has no @Domain");
        assertFinds(onTheBadStreet.thereIsNoFifthRoom(), "mill.office.Clerk lives in no known room");
    }

    @Test
    @DisplayName("逆向きの部屋、殻、核を見つける")
    void findsBackwardLooks() {
        assertFinds(onTheBadStreet.roomsKeepTheirOrder(), "mill.service.MillDeskBean");
        assertFinds(onTheBadStreet.shellsSeeOnlyDesks(), "mill.model.Wheel");
        assertFinds(onTheBadStreet.kernelKnowsNobody(), "kernel.Word");
    }

    @Test
    @DisplayName("容器を知る模型、鍵を持つ外の者、電文を触る者を見つける")
    void findsContainersKeysAndMessages() {
        assertFinds(onTheBadStreet.modelKnowsNoContainer(), "jakarta.ejb.Stateless");
        assertFinds(onTheBadStreet.onlyStoresOpenTheDatabase(), "jakarta.persistence.EntityManager");
        assertFinds(onTheBadStreet.onlyMessengersTouchJms(), "jakarta.jms.Queue");
    }

    @Test
    @DisplayName("時刻を機械に聞く三つの方法を見つける")
    void findsEveryWayToAskTheMachineForTheTime() {
        assertThat(said(onTheBadStreet.nobodyAsksTheMachineForTheTime()))
                .contains("LocalDate.now()", "System.currentTimeMillis()", "java.util.Date.<init>()");
    }

    @Test
    @DisplayName("中身を言わない名前と、裸の例外を見つける")
    void findsEmptyNamesAndBareExceptions() {
        assertFinds(onTheBadStreet.namesSayWhatAThingIs(), "WheelUtil");
        assertFinds(onTheBadStreet.refusalsAreNamed(), "RuntimeException");
    }

    @Test
    @DisplayName("役割のない扉と、類に付いた役割を見つける")
    void findsDoorsWithoutRoles() {
        assertFinds(onTheBadStreet.everyDoorNamesItsRoles(), "MillDeskBean.grind() names no roles");
        assertFinds(onTheBadStreet.everyDoorNamesItsRoles(), "MillDeskBean names roles on the class");
    }

    @Test
    @DisplayName("理由のない例外を見つける")
    void findsExceptionsWithoutAReason() {
        assertFinds(onTheBadStreet.exceptionsCarryAReason(), "Excused goes around a rule without saying why");
    }

    private static void assertFinds(ArchRule rule, String what) {
        assertThat(said(rule)).contains(what);
    }

    private static String said(ArchRule rule) {
        return String.join("\n", rule.evaluate(BAD).getFailureReport().getDetails());
    }
}
