package jp.yakuba.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.LetterMark;
import jp.yakuba.document.api.SendOut;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("施行の画面の宛先")
class DispatchFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final Map<String, String> EVERYTHING = Map.of(
            "name-0", "帯広土地改良区", "mail-0", "someone@example.jp", "postalCode-0", "080-8585", "address-0", "北海道帯広市西4条南8丁目",
            "until-0", "2026-12-11", "office-0", "132209", "officeSection-0", "総務管財課", "mark-0", "PERSONAL", "deadline-0", "2026-12-25");

    @ParameterizedTest
    @CsvSource({"INBOX, personNumber", "MAIL, personNumber name mail", "POST, personNumber name postalCode address", "EXCHANGE, officeSection deadline", "NOTICE, until"})
    @DisplayName("送り方ごとに、その送り方の欄だけを出す")
    void eachWayAsksForItsOwn(DispatchChannel way, String asked) {
        var form = form(Map.of());
        assertThat(DispatchForm.FIELDS.stream().filter(field -> form.waysOf(field).matches(".*\\b" + way + "\\b.*")))
                .containsExactly(asked.split(" "));
    }

    @ParameterizedTest
    @EnumSource(DispatchChannel.class)
    @DisplayName("ほかの送り方の欄に残ったものは、送らない")
    void whatAnotherWayAskedForIsNotSent(DispatchChannel way) {
        var typed = new java.util.HashMap<>(EVERYTHING);
        typed.put("channel-0", way.name());
        var sent = form(typed).command(UUID.randomUUID(), UUID.randomUUID()).recipients().get(0);
        assertThat(sent).isEqualTo(switch (way) {
            case INBOX -> new SendOut.Recipient(way, null, null, null, null, null, null);
            case MAIL -> new SendOut.Recipient(way, null, "帯広土地改良区", "someone@example.jp", null, null, null);
            case POST -> new SendOut.Recipient(way, null, "帯広土地改良区", null, "080-8585", "北海道帯広市西4条南8丁目", null);
            case EXCHANGE -> new SendOut.Recipient(way, null, null, null, null, null, null, "132209", "総務管財課", LetterMark.PERSONAL,
                    LocalDate.of(2026, 12, 25));
            case NOTICE -> new SendOut.Recipient(way, null, null, null, null, null, LocalDate.of(2026, 12, 11));
        });
    }

    @Test
    @DisplayName("宛名番号と別の住所を両方書いたときは、黙って片方を捨てずに聞き返す")
    void asksWhenAResidentAndAnotherAddressAreBothTyped() {
        assertThat(form(Map.of("channel-0", "POST", "personNumber-0", "1234567", "address-0", "病院")).faults(TODAY))
                .containsExactly(Map.entry("personNumber-0", "document.dispatch.fault.both"));
        assertThat(form(Map.of("channel-0", "INBOX", "personNumber-0", "1234567", "address-0", "病院")).faults(TODAY)).isEmpty();
        assertThat(form(Map.of("channel-0", "POST", "personNumber-0", "1234567")).faults(TODAY)).isEmpty();
    }

    @Test
    @DisplayName("長すぎるもの、遠すぎる日は、送る前に言う")
    void tellsOfWhatIsTooLongOrTooFar() {
        assertThat(form(Map.of("channel-0", "POST", "name-0", "あ".repeat(201), "postalCode-0", "1", "address-0", "番地")).faults(TODAY))
                .containsExactly(Map.entry("name-0", "document.receive.fault.long"));
        assertThat(form(Map.of("channel-0", "NOTICE", "until-0", "+999999999-12-31")).faults(TODAY)).containsKey("until-0");
        assertThat(form(Map.of("channel-0", "NOTICE", "until-0", "2026-11-27")).faults(TODAY)).isEmpty();
    }

    @Test
    @DisplayName("文書交換は、相手の役所を選ばないと送れない。過ぎた回答期限も言う")
    void anOfficeMustBeChosen() {
        assertThat(form(Map.of("channel-0", "EXCHANGE")).faults(TODAY)).containsOnlyKeys("office-0");
        assertThat(form(Map.of("channel-0", "EXCHANGE", "office-0", "132209", "deadline-0", "2026-11-26")).faults(TODAY)).containsOnlyKeys("deadline-0");
        assertThat(form(Map.of("channel-0", "EXCHANGE", "office-0", "132209", "deadline-0", "2026-11-27")).faults(TODAY)).isEmpty();
    }

    private static DispatchForm form(Map<String, String> typed) {
        var request = (HttpServletRequest) Proxy.newProxyInstance(DispatchFormTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, asked) -> switch (method.getName()) {
                    case "getParameter" -> typed.get(asked[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new DispatchForm(request, DispatchIntent.LETTER);
    }
}
