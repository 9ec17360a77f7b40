package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("来庁の予約を、電話から変更し、取り消し、また予約する")
class VisitJourneyIT extends Journey {
    @Test
    @DisplayName("変更は本人と役場に見え、カレンダーに入り、取り消しても手続は残る")
    void aVisitIsMovedCancelledAndBookedAgain() {
        var mail = Life.account(office(), "来庁　予子", "raicho@visit.example");
        var phone = visitor(PHONE).signIn(mail);
        var application = Life.send(phone, "lifesaving-course", Neighbours.dog().know("applicant.mail", mail).know("applicant.name", "来庁　予子")
                .know("lifesaving-course.people", "5").know("lifesaving-course.wish", "土曜の午前"));
        var page = Life.visit(application, office());
        var bundle = page.replaceAll(".*/", "");

        phone.goTo("/my/" + bundle);
        var before = phone.page().locator(".y-notice b").first().innerText();
        phone.page().locator("main a[href='" + page + "']").click();
        phone.page().waitForURL("**" + page);
        assertThat(phone.words()).contains(before, "変更・取り消しができます");
        phone.pressMain();
        assertThat(phone.page().locator("#wanted-err, .y-err, .y-errors").count()).as("no time was chosen").isPositive();
        var wanted = phone.page().locator("#wanted option").last();
        var words = wanted.innerText();
        phone.page().selectOption("#wanted", wanted.getAttribute("value"));
        phone.page().waitForNavigation(phone::pressMain);
        assertThat(phone.words()).contains(words).doesNotContain(before);

        var calendar = phone.context().request().get(office().portal("/api/my/bundles/" + bundle + "/visit.ics"));
        assertThat(calendar.status()).isEqualTo(200);
        assertThat(calendar.text()).contains("BEGIN:VEVENT", "DTSTART:", "UID:" + bundle);

        var clerk = Clerk.of(staff(holder("examiner", "fire")));
        clerk.visitor().goToOffice("/office/application?id=" + application);
        assertThat(clerk.words("booked")).contains(words);
        assertThat(clerk.words("history")).contains("来庁の予約を");

        phone.goTo(page);
        phone.page().locator("#cancel summary").click();
        phone.page().waitForNavigation(() -> phone.page().locator("button[name=y_cancel]").click());
        assertThat(phone.words()).contains("予約がありません");
        phone.page().locator("main a[href='" + page + "']").click();
        phone.page().waitForURL("**" + page);
        phone.page().selectOption("#wanted", phone.page().locator("#wanted option").last().getAttribute("value"));
        phone.page().waitForNavigation(phone::pressMain);
        assertThat(phone.words()).doesNotContain("予約がありません");
        phone.goTo("/my/notices");
        assertThat(phone.words()).contains("来庁の予約を変更しました", "来庁の予約を取り消しました");
    }
}
