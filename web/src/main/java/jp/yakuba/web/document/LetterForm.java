package jp.yakuba.web.document;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.LetterChannel;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Pages;

/** What is typed into the sheet of a letter, kept as typed until it can be read. */
public class LetterForm {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final int LONGEST = 300;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_NUMBER = 100;

    /** Nothing that is entered today came before; a year typed wrong is told. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1900, 1, 1, 0, 0);

    private final HttpServletRequest request;
    private final Map<String, String> suggested = new LinkedHashMap<>();
    private boolean mailed;

    LetterForm(HttpServletRequest request, LocalDateTime now) {
        this.request = request;
        suggested.put("once", UUID.randomUUID().toString());
        suggested.put("arrivedAt", MOMENT.format(now));
        suggested.put("channel", LetterChannel.POST.name());
    }

    /** Fills what nobody has typed with what a mail says of itself. */
    void take(StagedUpload.Mail mail) {
        suggested.put("title", mail.subject());
        suggested.put("sender", mail.from());
        suggested.put("channel", LetterChannel.MAIL.name());
        if (mail.sentAt() != null) {
            suggested.put("senderDate", LocalDate.ofInstant(mail.sentAt(), OfficeClock.ZONE).toString());
        }
        mailed = true;
    }

    /** The field as typed, or as suggested while nothing is. */
    public String of(String field) {
        var typed = request.getParameter(field);
        boolean given = typed != null && !typed.isBlank() && !(mailed && "channel".equals(field));
        return given ? typed.strip() : suggested.getOrDefault(field, "");
    }

    /** True if the box is ticked. */
    public boolean has(String field) {
        return request.getParameter(field) != null;
    }

    /** True if the member of staff is ticked as a reader. */
    public boolean reads(UUID staffId) {
        return ids("readers").contains(staffId);
    }

    List<UUID> ids(String field) {
        var values = request.getParameterValues(field);
        return values == null ? List.of() : Stream.of(values).map(Pages::id).toList();
    }

    /** A day that a letter can bear: some are dated ahead, none by years. */
    private static boolean isLikely(LocalDate day, LocalDate today) {
        return day != null && day.isBefore(today.plusYears(1)) && !day.isBefore(EARLIEST.toLocalDate());
    }

    /** What is missing or cannot be read: id of the field, key of the words. */
    Map<String, String> faults(LocalDateTime now) {
        var found = new LinkedHashMap<String, String>();
        need(found, "title", LONGEST);
        need(found, "sender", LONGEST);
        if (of("senderNumber").length() > LONGEST_NUMBER) {
            found.put("senderNumber", "document.receive.fault.long");
        }
        if (of("note").length() > LONGEST_NOTE) {
            found.put("note", "document.receive.fault.long");
        }
        if (!of("senderDate").isEmpty() && !isLikely(DateParts.day(of("senderDate")), now.toLocalDate())) {
            found.put("senderDate", "document.receive.fault.day");
        }
        var arrived = moment(of("arrivedAt"));
        if (arrived == null || arrived.isAfter(now) || arrived.isBefore(EARLIEST)) {
            found.put("arrivedAt", "document.receive.fault.arrived");
        }
        if (channels().noneMatch(one -> one.name().equals(of("channel")))) {
            found.put("channel", "document.receive.fault.channel");
        }
        if (has("confidential") && ids("readers").isEmpty()) {
            found.put("confidential", "document.receive.fault.readers");
        }
        return found;
    }

    private void need(Map<String, String> found, String field, int longest) {
        if (of(field).isEmpty()) {
            found.put(field, "document.receive.fault." + field);
        } else if (of(field).length() > longest) {
            found.put(field, "document.receive.fault.long");
        }
    }

    /** Ways a letter can come, without the exchange, which enters its own. */
    static Stream<LetterChannel> channels() {
        return Stream.of(LetterChannel.values()).filter(one -> one != LetterChannel.EXCHANGE);
    }

    /** The letter, once nothing is wrong. */
    ReceiveLetter letter(String section) {
        return new ReceiveLetter(Pages.id(of("once")), section, LetterChannel.valueOf(of("channel")), of("title"), of("sender"),
                given("senderNumber"), DateParts.day(of("senderDate")), moment(of("arrivedAt")).atZone(OfficeClock.ZONE).toInstant(),
                given("note"), id("dossier"), id("staff"), has("confidential") ? Set.copyOf(ids("readers")) : Set.of(),
                has("asItCame"));
    }

    private String given(String field) {
        return of(field).isEmpty() ? null : of(field);
    }

    private UUID id(String field) {
        return of(field).isEmpty() ? null : Pages.id(of(field));
    }

    private static LocalDateTime moment(String typed) {
        try {
            return LocalDateTime.parse(typed);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
