package jp.yakuba.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import jp.yakuba.application.api.VisitDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.Download;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Town;

/** A person's own booked visit, as an entry for a calendar (RFC 5545). */
@Path("my/bundles/{id}/visit.ics")
@RequestScoped
public class MyVisitResource {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final int MINUTES = 30;

    @Inject
    private VisitDesk desk;

    @Inject
    private Messages messages;

    @Inject
    private Town town;

    @Inject
    private OfficeClock clock;

    @PathParam("id")
    private UUID id;

    /** The entry; a later one with the same id takes its place in the calendar. */
    @GET
    public Response entry() {
        var visit = desk.get(id);
        if (visit.startsAt() == null) {
            throw new NotFoundException();
        }
        var now = UTC.format(clock.now().atOffset(ZoneOffset.UTC));
        var lines = String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Yakuba//visit//JA", "BEGIN:VEVENT",
                "UID:" + id + "@yakuba", "DTSTAMP:" + now, "SEQUENCE:" + clock.now().getEpochSecond(),
                "DTSTART:" + utc(visit.startsAt()), "DTEND:" + utc(visit.startsAt().plusMinutes(MINUTES)),
                "SUMMARY:" + text(messages.get("application.visit.summary")), "LOCATION:" + text(town.sectionNamed(visit.place())),
                "END:VEVENT", "END:VCALENDAR", "");
        return Response.ok(lines, "text/calendar;charset=UTF-8").header("Cache-Control", "no-store")
                .header("Content-Disposition", Download.as("visit.ics")).build();
    }

    private static String utc(LocalDateTime local) {
        return UTC.format(local.atZone(OfficeClock.ZONE).withZoneSameInstant(ZoneOffset.UTC));
    }

    private static String text(String words) {
        return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
    }
}
