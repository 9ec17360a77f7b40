package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.model.form.ShippedForms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("前の申請の答えを使って書き始める")
class TakenOverTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    @DisplayName("答えは引き継ぎ、過ぎた希望日は聞き直し、まだ先の希望日は残す")
    void aDayThatHasPassedIsAskedAnew() {
        var waste = Map.of("applicant.phone", "09012345678", "bulky-waste.items.count", "1", "bulky-waste.items.0.item", "たんす",
                "bulky-waste.place", "玄関前", "bulky-waste.day", "2026-11-20");

        assertThat(taken("bulky-waste", waste)).containsEntry("applicant.phone", "09012345678")
                .containsEntry("bulky-waste.items.0.item", "たんす").containsEntry("bulky-waste.place", "玄関前")
                .doesNotContainKey("bulky-waste.day");
        var later = new HashMap<>(waste);
        later.put("bulky-waste.day", "2026-12-10");
        assertThat(taken("bulky-waste", later)).isEqualTo(later);
    }

    @Test
    @DisplayName("添付のファイルは聞き直し、過ぎた日の事実は残す")
    void filesAreAskedAnewAndWhatHappenedStays() {
        var house = Map.of("disaster-certificate.cause", "snow", "disaster-certificate.on", "2026-11-24",
                "disaster-certificate.photos", "bad5d1c6-0000-4000-8000-000000000001", "applicant.birthDate", "1980-01-05");

        assertThat(taken("disaster-certificate", house)).doesNotContainKey("disaster-certificate.photos")
                .containsEntry("disaster-certificate.on", "2026-11-24").containsEntry("applicant.birthDate", "1980-01-05");
    }

    @Test
    @DisplayName("空けたままの答えは、まだ聞いていないものにもどる")
    void whatWasLeftOpenIsNotYetAsked() {
        assertThat(taken("bulky-waste", Map.of("applicant.phone", "09012345678", "applicant.mail", "")))
                .containsEntry("applicant.phone", "09012345678").doesNotContainKey("applicant.mail");
    }

    private static Map<String, String> taken(String procedure, Map<String, String> typed) {
        return TakenOver.from(ShippedForms.bundle(List.of(procedure)), typed, TODAY);
    }
}
