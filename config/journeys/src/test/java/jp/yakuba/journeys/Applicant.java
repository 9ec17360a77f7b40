package jp.yakuba.journeys;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A resident who applies without a browser, page by page as a browser would. */
final class Applicant {
    /** What a dog's owner answers, by section. */
    static final Map<String, Map<String, String>> DOG = Map.of(
            "applicant", Map.of("applicant.name", "山田　花子", "applicant.kana", "やまだ　はなこ", "applicant.phone", "0155-62-0000",
                    "applicant.address.postal", "0820012", "applicant.address.place", "北海道河西郡芽室町東二条", "applicant.address.lot",
                            "１番地"),
            "dog", Map.of("dog.dogs.0.name", "ポチ", "dog.dogs.0.breed", "柴犬", "dog.dogs.0.sex", "male",
                    "dog.dogs.0.registeredAt", "札幌市"));

    private static final Pattern DRAFT = Pattern.compile("/draft/[0-9a-f-]{36}");
    private static final int MOVED = 300;

    private final Intruder browser;
    private final String draft;

    private final Map<String, Map<String, String>> answered = new HashMap<>();

    private Applicant(Intruder browser, String draft) {
        this.browser = browser;
        this.draft = draft;
    }

    /** What the owner of a house that is gone answers, by section; a photograph may go with it. */
    static final Map<String, Map<String, String>> HOUSE = Map.of(
            "applicant", with(DOG.get("applicant"), "applicant.birthDate", 1980, 1, 5),
            "building", with(Map.of("house-demolition.where", "芽室町東二条１番地", "house-demolition.use", "home",
                    "house-demolition.whole", "yes"), "house-demolition.on", 2026, 11, 1));

    private static Map<String, String> with(Map<String, String> answers, String date, int year, int month, int day) {
        var all = new HashMap<>(answers);
        all.putAll(Map.of(date + ".y", "" + year, date + ".m", "" + month, date + ".d", "" + day));
        return all;
    }

    /** Begins a draft of the procedure. */
    static Applicant begins(Intruder browser, String procedure) {
        var page = "/start?procedure=" + procedure;
        var answer = browser.post(page, browser.filled(page, Map.of("y_procedure", procedure)));
        var found = DRAFT.matcher(answer.headers().firstValue("Location").orElse(""));
        if (!found.find()) {
            throw new IllegalStateException("No draft was opened: " + answer.statusCode());
        }
        return new Applicant(browser, found.group());
    }

    /** The address of the draft. */
    String draft() {
        return draft;
    }

    /** Answers every section. */
    Applicant answers(Map<String, Map<String, String>> sections) {
        answered.putAll(sections);
        sections.forEach((section, typed) -> browser.post(draft + "/" + section, browser.filled(draft + "/" + section, typed)));
        return this;
    }

    /** Adds a file to a section, whose other answers go along as a browser sends them. */
    HttpResponse<String> attaches(String section, String question, String name, Supplier<InputStream> bytes) {
        var fields = browser.filled(draft + "/" + section, answered.getOrDefault(section, Map.of()));
        fields.put("y_upload", question);
        return browser.upload(draft + "/" + section, fields, question, name, bytes);
    }

    /** Hands in; the address of the receipts, or nothing if the office did not say that it has arrived. */
    Optional<String> sends() {
        var page = draft + "/check";
        var answer = browser.post(page, browser.filled(page, Map.of("y_send", "on")));
        return answer.headers().firstValue("Location").filter(to -> answer.statusCode() > MOVED && to.contains("/my/done/"))
                .map(to -> to.substring(to.indexOf("/my/done/")));
    }
}
