package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.web.office.AskedWords;

/**
 * What is looked for among records, as the address of the page and its file says it. Whatever was typed stands there as a sign without
 * meaning; what nobody can have chosen counts for nothing.
 */
@RequestScoped
public class RecordQuestion {
    static final List<String> DIRECTIONS = List.of("IN", "OUT", "INTERNAL");

    private static final int FIRST_YEAR = 1868;
    private static final int LAST_YEAR = 9999;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AskedWords askedWords;

    @Inject
    private RecordDesk records;

    /** The question in the address. */
    RecordQuery read() {
        return question(askedWords.of(given("asked")), askedWords.of(given("by")), askedWords.of(given("lies")));
    }

    /** The question in the form that was posted. */
    RecordQuery posted() {
        return question(given("words"), given("person"), given("dossier"));
    }

    private RecordQuery question(String words, String person, String dossier) {
        var direction = given("direction");
        var section = given("section");
        return new RecordQuery(words, direction != null && DIRECTIONS.contains(direction) ? direction : null,
                section != null && records.listSectionsRead().contains(section) ? section : null,
                Stream.of(RecordState.values()).filter(one -> one.name().equals(given("state"))).findFirst().orElse(null),
                day("from"), day("until"), person, dossier);
    }

    /** The parts of an address that asks the question; typed words are kept with the session. */
    Map<String, Object> parts(RecordQuery query) {
        var parts = choices(query);
        parts.put("asked", askedWords.keep(query.words()));
        parts.put("by", askedWords.keep(query.person()));
        parts.put("lies", askedWords.keep(query.dossier()));
        return parts;
    }

    /** The parts of the address that is open. */
    Map<String, Object> partsHere() {
        var parts = choices(read());
        Stream.of("asked", "by", "lies", "saved").forEach(name -> parts.put(name, given(name)));
        return parts;
    }

    private static Map<String, Object> choices(RecordQuery query) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("direction", query.direction());
        parts.put("section", query.section());
        parts.put("state", query.state());
        parts.put("from", query.from());
        parts.put("until", query.until());
        return parts;
    }

    private LocalDate day(String name) {
        try {
            var day = given(name) == null ? null : LocalDate.parse(given(name));
            return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private String given(String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
