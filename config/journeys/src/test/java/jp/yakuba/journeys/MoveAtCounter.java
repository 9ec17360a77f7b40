package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who reports a move at the counter, where a clerk fills the sheet without a browser. */
final class MoveAtCounter {
    private MoveAtCounter() {}

    /** Hands it in; the id of the application. */
    static String entered(KilledOffice office) {
        var clerk = Intruder.before(office.office("")).signInAsStaff(Staff.with(office.owner(), "registrar", "residents"));
        var sheet = new LinkedHashMap<>(clerk.filled("/office/counter?procedures=move-in", Map.of()));
        sheet.put("procedures", "move-in");
        sheet.putAll(move());
        sheet.putAll(person());
        sheet.putAll(Map.of("applicant.member", "m0", "applicant.phone", "090-0000-1111", "identityShown", "運転免許証", "y_send",
                "on"));
        var answer = clerk.post("/office/counter", sheet);
        var ids = office.ask("select id from yakuba.apl_application where procedure = 'move-in'");
        assertThat(ids).as(answer.statusCode() + " " + answer.body().replaceAll("(?s).*<main|<[^>]*>|\\s+", " ")).hasSize(1);
        return ids.get(0);
    }

    private static Map<String, String> move() {
        var moved = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(2);
        var answers = new LinkedHashMap<>(Map.of("move.new.postal", "0820012", "move.new.place", "北海道河西郡芽室町東二条",
                "move.new.lot", "５番地", "move.from", "domestic", "move.previous.postal", "0600003",
                "move.previous.place", "北海道札幌市中央区北三条西", "move.previous.lot", "１丁目",
                "move.previousHead", "停電　太郎", "move.joins", "no"));
        answers.putAll(Map.of("move.date.y", "" + moved.getYear(), "move.date.m", "" + moved.getMonthValue(),
                "move.date.d", "" + moved.getDayOfMonth()));
        return answers;
    }

    private static Map<String, String> person() {
        var first = "household.members.0.";
        return Map.of(first + "name", "停電　太郎", first + "kana", "ていでん　たろう", first + "birthDate.y", "1980",
                first + "birthDate.m", "1", first + "birthDate.d", "5", first + "sex", "1", first + "relationship", "世帯主",
                first + "nationality", "日本");
    }
}
