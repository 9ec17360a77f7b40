package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("外の基幹システムの機嫌")
class CoreSystemsIT extends Journey {
    private static final String SYSTEM = "hygiene";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @AfterEach
    void theSystemIsWellAgain() {
        mood("normal", 0);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("遅くても、後から届いても、三度届いても、一度だけ済む")
    @CsvSource({"slow, 4", "late, 4", "twice, 0"})
    void aSlowLateOrRepeatedAnswerWorksOnce(String mood, int seconds) {
        mood(mood, seconds);
        var resident = resident();
        var application = send(resident);

        await(resident, application, "完了");

        mood("normal", 0);
        resident.page().waitForTimeout(3_000);
        assertThat(timesDone(application)).isEqualTo(1);
        assertThat(notices(application)).as("one notice of the end").isEqualTo(1);
    }

    @Test
    @DisplayName("止まっている間は待ち、運用の画面に見え、動けばひとりでに済む")
    void nothingIsLostWhileTheSystemIsDown() {
        mood("down", 0);
        var resident = resident();
        var application = send(resident);
        await(resident, application, "登録中");
        var operator = operator();
        assertThat(operator.words()).contains("yakuba.core.hygiene.request");

        mood("normal", 0);

        await(resident, application, "完了");
        assertThat(timesDone(application)).isEqualTo(1);
    }

    @Test
    @DisplayName("断られれば理由とともに担当者の机に戻り、何も失われない")
    void aRefusalGoesBackToTheClerk() {
        mood("refuse", 0);
        var resident = resident();
        var application = send(resident);

        await(resident, application, "確認中");

        var clerk = staff(holder("examiner", "environment"));
        clerk.goToOffice("/office/application?id=" + application);
        assertThat(clerk.words()).contains("業務システムで受け付けられませんでした");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("読めない答えと知らない答えは理由とともに保留され、運用者が送り直せば済む")
    @CsvSource({"malformed", "unknown"})
    void whatCannotBeProcessedWaitsForTheOperator(String mood) {
        mood(mood, 0);
        var before = setAside();
        var resident = resident();
        var application = send(resident);
        await(resident, application, "登録中");
        until(() -> setAside() > before, "the answer is set aside");
        mood("normal", 0);

        var operator = operator();
        operator.page().locator("tbody tr:has-text('yakuba.core.hygiene.request') a").first().click();
        operator.field("reason").fill("基幹システムが直ったため");
        operator.page().locator("#again").click();

        await(resident, application, "完了");
        assertThat(timesDone(application)).isEqualTo(1);
    }

    private Visitor resident() {
        return visitor(PHONE).signIn(SampleAccounts.RESIDENTS.get(1));
    }

    private Visitor operator() {
        var operator = staff(holder("operator", "general-affairs"));
        operator.goToOffice("/office/outbox");
        return operator;
    }

    /** Reports a dog; gives the id of the application. */
    private String send(Visitor resident) {
        resident.goTo("/start?procedure=dog-change");
        resident.pressMain();
        resident.page().waitForURL("**/draft/**");
        resident.pressMain();
        new Questions().know("applicant.name", "中島　太郎").know("applicant.kana", "なかじま　たろう")
                .know("applicant.birthDate", "1970-1-1").know("applicant.address.postal", "0820012")
                .know("applicant.address.lot", "１番地").know("applicant.phone", "0155-62-0000")
                .know("dog.dogs.0.name", "ハチ").know("dog.dogs.0.breed", "柴犬").know("dog.dogs.0.sex", "male")
                .know("dog.dogs.0.registeredAt", "札幌市中央区").fillDraft(resident.page());
        resident.page().locator("button[name=y_send]").click();
        resident.page().waitForURL("**/my/done/**");
        var receipt = resident.page().locator("main dl.y-facts .y-code").first().innerText().strip();
        return office().ask("select id::text from yakuba.apl_application where receipt_number = ?", receipt);
    }

    private void await(Visitor resident, String application, String state) {
        until(() -> {
            resident.goTo("/my/application/" + application);
            return resident.words().contains(state);
        }, state);
    }

    private void until(BooleanSupplier reached, String what) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private long timesDone(String application) {
        return Long.parseLong(office().ask(
                "select count(*) from yakuba.apl_history where application_id = ?::uuid and state = 'DONE'", application));
    }

    private long notices(String application) {
        return Long.parseLong(office().ask("select count(*) from yakuba.ntf_notice where once_key like ?",
                "application:" + application + ":%"));
    }

    private long setAside() {
        return Long.parseLong(office().ask("select count(*) from yakuba.msg_set_aside"));
    }

    private void mood(String mode, int seconds) {
        var control = office().running().settings().home().resolve("outside").resolve("control.properties");
        try {
            Files.createDirectories(control.getParent());
            Files.writeString(control, SYSTEM + ".mode=" + mode + "\n" + SYSTEM + ".delay-seconds=" + seconds + "\n");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
