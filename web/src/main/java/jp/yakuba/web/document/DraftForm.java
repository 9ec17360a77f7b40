package jp.yakuba.web.document;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Pages;

/** What is typed into the sheet of a draft, kept as typed until it can be read. */
public class DraftForm {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_ASK = 2000;
    private static final int LONGEST_CLAUSE = 200;
    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_DIGITS = 13;

    private final HttpServletRequest request;
    private final boolean posted;
    private final Map<String, String> written = new HashMap<>();

    DraftForm(HttpServletRequest request, DraftSheet sheet) {
        this.request = request;
        this.posted = Pages.isPost(request);
        var facts = sheet.facts();
        written.put("title", sheet.text().title());
        written.put("ask", sheet.text().ask());
        written.put("matter", facts.matter());
        written.put("amount", facts.amount() == 0 ? "" : String.valueOf(facts.amount()));
        written.put("retention", name(facts.retention()));
        written.put("dossier", facts.dossierId() == null ? "" : facts.dossierId().toString());
        written.put("disclosure", name(facts.disclosure()));
        written.put("clause", facts.clause());
        written.put("closedUntil", facts.closedUntil() == null ? "" : facts.closedUntil().toString());
        written.put("dispatch", name(facts.dispatch()));
        written.put("seal", name(facts.seal()));
    }

    private static String name(Enum<?> value) {
        return value == null ? "" : value.name();
    }

    /** The field as typed, or as it was written before anybody typed. */
    public String of(String field) {
        var value = posted ? request.getParameter(field) : written.get(field);
        return value == null ? "" : value.strip();
    }

    /** The text as it was sent; null before. */
    String text() {
        return posted ? request.getParameter("text") : null;
    }

    boolean isRich() {
        return "on".equals(request.getParameter("rich"));
    }

    List<String> all(String field) {
        var values = request.getParameterValues(field);
        return values == null ? List.of() : List.of(values);
    }

    List<UUID> ids(String field) {
        return all(field).stream().map(Pages::id).toList();
    }

    /** What is missing or cannot be read: id of the field, key of the words. */
    Map<String, String> faults(boolean answering) {
        var found = new LinkedHashMap<String, String>();
        if (answering && of("answer").isEmpty()) {
            found.put("answer", "document.draft.fault.answer");
        }
        if (of("title").isEmpty()) {
            found.put("title", "document.receive.fault.title");
        }
        tooLong(found, "title", LONGEST_TITLE);
        tooLong(found, "ask", LONGEST_ASK);
        tooLong(found, "text", LONGEST_TEXT);
        tooLong(found, "clause", LONGEST_CLAUSE);
        if (amount() < 0) {
            found.put("amount", "document.draft.fault.amount");
        }
        if (!of("disclosure").equals(Disclosure.OPEN.name()) && of("clause").isEmpty()) {
            found.put("clause", "document.draft.missing.clause");
        }
        if (!of("closedUntil").isEmpty() && DateParts.day(of("closedUntil")) == null) {
            found.put("closedUntil", "document.receive.fault.day");
        }
        return found;
    }

    private void tooLong(Map<String, String> found, String field, int longest) {
        if (of(field).length() > longest) {
            found.put(field, "document.receive.fault.long");
        }
    }

    /** Yen in any width, with commas or without; -1 if it is no number. */
    private long amount() {
        var digits = Normalizer.normalize(of("amount"), Normalizer.Form.NFKC).replaceAll("[,円\\s]", "");
        return digits.isEmpty() ? 0 : digits.matches("\\d{1," + MOST_DIGITS + "}") ? Long.parseLong(digits) : -1;
    }

    /** The command, once nothing is wrong. */
    WriteDraft command(UUID id, long version, List<String> kept, List<UUID> staged) {
        var facts = new DraftFacts(given("matter"), amount(), one(RetentionClass.values(), "retention", null),
                given("dossier") == null ? null : Pages.id(of("dossier")), one(Disclosure.values(), "disclosure", Disclosure.OPEN),
                given("clause"), DateParts.day(of("closedUntil")), one(DispatchIntent.values(), "dispatch", DispatchIntent.NONE),
                one(SealUse.values(), "seal", SealUse.NONE));
        return new WriteDraft(id, version, of("title"), of("ask"), text(), isRich(), facts, kept, staged);
    }

    private <T extends Enum<T>> T one(T[] values, String field, T usual) {
        return Stream.of(values).filter(value -> value.name().equals(of(field))).findFirst().orElse(usual);
    }

    private String given(String field) {
        return of(field).isEmpty() ? null : of(field);
    }
}
