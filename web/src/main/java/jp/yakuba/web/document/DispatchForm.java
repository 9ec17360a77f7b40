package jp.yakuba.web.document;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.LetterMark;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Pages;

/** What is typed into the sheet of a dispatch: its number, and its recipients row by row. */
public class DispatchForm {
    /** Fields of a recipient beside the way. */
    static final List<String> FIELDS = List.of("personNumber", "name", "mail", "postalCode", "address", "until", "officeSection", "deadline");

    private static final int MOST_ROWS = 50;

    /** What each way asks of a recipient: nothing else is shown for it, and nothing else is sent. */
    private static final Map<DispatchChannel, List<String>> ASKED = Map.of(
            DispatchChannel.INBOX, List.of("personNumber"),
            DispatchChannel.MAIL, List.of("personNumber", "name", "mail"),
            DispatchChannel.POST, List.of("personNumber", "name", "postalCode", "address"),
            DispatchChannel.EXCHANGE, List.of("office", "officeSection", "mark", "deadline"),
            DispatchChannel.NOTICE, List.of("until"));

    /** What is typed of a body outside alone; of a resident the ledger knows it. */
    private static final List<String> OF_OTHERS = List.of("name", "postalCode", "address");

    /** Years; further away is a day typed wrong. */
    private static final int LONGEST_ON_BOARD = 100;

    private static final Map<String, Integer> LONGEST =
            Map.of("personNumber", 20, "name", 200, "mail", 200, "postalCode", 10, "address", 300, "until", 10, "office", 6,
                    "officeSection", 200, "mark", 20, "deadline", 10);

    private final HttpServletRequest request;
    private final DispatchIntent intent;
    private final int rows;

    DispatchForm(HttpServletRequest request, DispatchIntent intent) {
        this.request = request;
        this.intent = intent;
        this.rows = Math.min(MOST_ROWS, count() + (request.getParameter("y_add") == null ? 0 : 1));
    }

    private int count() {
        var typed = request.getParameter("rows");
        return typed == null || !typed.matches("[1-9]\\d?") ? 1 : Integer.parseInt(typed);
    }

    /** Places of the recipients. */
    public List<Integer> getRows() {
        return IntStream.range(0, rows).boxed().toList();
    }

    /** The number chosen: empty for the next one, {@code branch-} or {@code taken-} with an id. */
    public String getNumber() {
        var typed = request.getParameter("number");
        return typed == null ? "" : typed;
    }

    /** The ways that ask for a field, with a space between them. */
    public String waysOf(String field) {
        return Stream.of(DispatchChannel.values()).filter(way -> ASKED.get(way).contains(field)).map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    /** True if whoever is asked for a field must fill it in; null if that hangs on the others. */
    public Boolean needOf(String field) {
        return "mail".equals(field) || "until".equals(field) ? Boolean.TRUE : null;
    }

    /** How many signs a field takes. */
    public int longest(String field) {
        return LONGEST.get(field);
    }

    /** A field of a row as typed. */
    public String of(String field, int row) {
        var typed = request.getParameter(field + "-" + row);
        return typed == null ? "" : typed.strip();
    }

    /** The way of a row; what the draft says before anybody chose. */
    public DispatchChannel channelOf(int row) {
        var usual = intent == DispatchIntent.NOTICE ? DispatchChannel.NOTICE : DispatchChannel.POST;
        return Stream.of(DispatchChannel.values()).filter(one -> one.name().equals(of("channel", row))).findFirst().orElse(usual);
    }

    /** How wide a field is. */
    public String widthOf(String field) {
        return "address".equals(field) || "name".equals(field) ? "y-input--full" : "y-input--mid";
    }

    NumberSeries series() {
        var usual = intent == DispatchIntent.NOTICE ? NumberSeries.NOTICE : NumberSeries.LETTER;
        return NumberSeries.outgoing().stream().filter(one -> one.name().equals(request.getParameter("series"))).findFirst().orElse(usual);
    }

    /** What is missing or cannot be read: id of the field, key of the words. */
    Map<String, String> faults(LocalDate today) {
        var found = new LinkedHashMap<String, String>();
        getRows().forEach(row -> faults(row, today, found));
        return found;
    }

    private void faults(int row, LocalDate today, Map<String, String> found) {
        boolean resident = !of("personNumber", row).isEmpty();
        var way = channelOf(row);
        if (resident && ASKED.get(way).contains("personNumber") && OF_OTHERS.stream().anyMatch(field -> given(field, row) != null)) {
            found.put("personNumber-" + row, "document.dispatch.fault.both"); // the one typed beside it would be left out unsaid
        }
        ASKED.get(way).stream().filter(field -> of(field, row).length() > longest(field))
                .forEach(field -> found.put(field + "-" + row, "document.receive.fault.long"));
        switch (way) {
            case INBOX -> need(resident, "personNumber", row, found);
            case MAIL -> {
                need(resident || !of("name", row).isEmpty(), "name", row, found);
                need(of("mail", row).matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), "mail", row, found);
            }
            case POST -> {
                need(resident || !of("name", row).isEmpty(), "name", row, found);
                need(resident || !of("postalCode", row).isEmpty(), "postalCode", row, found);
                need(resident || !of("address", row).isEmpty(), "address", row, found);
            }
            case NOTICE -> need(day(row) != null && !day(row).isBefore(today) && day(row).isBefore(today.plusYears(LONGEST_ON_BOARD)),
                    "until", row, found);
            case EXCHANGE -> {
                need(!of("office", row).isEmpty(), "office", row, found);
                var deadline = DateParts.day(of("deadline", row));
                need(of("deadline", row).isEmpty() || deadline != null && !deadline.isBefore(today), "deadline", row, found);
            }
        }
    }

    private static void need(boolean given, String field, int row, Map<String, String> found) {
        if (!given) {
            found.put(field + "-" + row, "document.dispatch.fault." + field);
        }
    }

    private LocalDate day(int row) {
        return DateParts.day(of("until", row));
    }

    /** The command, once nothing is wrong. */
    SendOut command(UUID once, UUID draft) {
        return new SendOut(once, draft, series(), id("taken-"), id("branch-"), getRows().stream().map(this::recipient).toList());
    }

    private UUID id(String kind) {
        return getNumber().startsWith(kind) ? Pages.id(getNumber().substring(kind.length())) : null;
    }

    private SendOut.Recipient recipient(int row) {
        return new SendOut.Recipient(channelOf(row), given("personNumber", row), given("name", row), given("mail", row),
                given("postalCode", row), given("address", row), given("until", row) == null ? null : day(row), given("office", row),
                given("officeSection", row), markOf(row), given("deadline", row) == null ? null : DateParts.day(of("deadline", row)));
    }

    /** Who may open it at the office; null on other ways. */
    public LetterMark markOf(int row) {
        return Stream.of(LetterMark.values()).filter(one -> one.name().equals(given("mark", row))).findFirst().orElse(null);
    }

    /** Every mark. */
    public List<LetterMark> getMarks() {
        return List.of(LetterMark.values());
    }

    /** What was typed for the way chosen; null if nothing was, or if another way asks for it. */
    private String given(String field, int row) {
        return of(field, row).isEmpty() || !ASKED.get(channelOf(row)).contains(field) ? null : of(field, row);
    }

    /** The row of the resident with the number; the only one if there is one; null if nobody knows. */
    Integer rowOf(String number) {
        return rows == 1 ? Integer.valueOf(0) : getRows().stream().filter(row -> of("personNumber", row).equals(number)).findFirst().orElse(null);
    }
}
