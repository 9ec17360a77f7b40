package jp.yakuba.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.yakuba.cards.SampleAccounts;

/** The search as a member of staff has it: signed in, typed into the page, sent, led on, drawn with pieces of text; addresses hidden, audited. */
final class QuestionOnPage {
    private static final String PAGE = "/office/search-records";
    private static final Pattern FOUND = Pattern.compile("/office/record\\?id=([0-9a-f-]{36})");

    private final Visitor visitor;
    private Map<String, String> form;

    /** Signs the member of staff in. */
    QuestionOnPage(URI rooms, String number) throws IOException {
        visitor = new Visitor(rooms);
        var signIn = Visitor.fields(visitor.get("/office/sign-in").page(), "signIn");
        signIn.put("number", number);
        signIn.put("password", SampleAccounts.STAFF_PASSWORD.formatted(number));
        visitor.post("/office/sign-in", signIn).next();
        form = Visitor.fields(visitor.get(PAGE).page(), "find");
    }

    /** Numbers of the documents on the first page. */
    List<Integer> find(Wanted wanted) throws IOException {
        form.put("words", wanted.typed());
        var led = visitor.post(PAGE, form);
        led.next();
        var address = URI.create(led.location());
        var page = visitor.get(address.getRawPath() + "?" + address.getRawQuery()).page();
        form = Visitor.fields(page, "find");
        var found = new ArrayList<Integer>();
        var links = FOUND.matcher(page);
        while (links.find()) {
            int number = PaperLoad.number(UUID.fromString(links.group(1)));
            if (number > 0) {
                found.add(number);
            }
        }
        return found;
    }
}
