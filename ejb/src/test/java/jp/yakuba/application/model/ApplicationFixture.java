package jp.yakuba.application.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeCalendar;
import jp.yakuba.kernel.OfficeClock;

/** Applications for tests. */
public final class ApplicationFixture {
    private ApplicationFixture() {}

    /** The office's calendar with the real holidays. */
    public static OfficeCalendar calendar() {
        try (var reader = new BufferedReader(new InputStreamReader(
                OfficeCalendar.class.getResourceAsStream("holidays.csv"), StandardCharsets.UTF_8))) {
            return new OfficeCalendar(reader.lines()
                    .map(line -> LocalDate.parse(line.substring(0, line.indexOf(','))))
                    .collect(Collectors.toSet()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Something happens at a time of the office. */
    public static Occasion at(String localTime) {
        return new Occasion(
                LocalDateTime.parse(localTime).atZone(OfficeClock.ZONE).toInstant(), "子育て支援課", null,
                new ProcessingPeriod(calendar()));
    }

    /** An application that arrived, with a standard processing period. */
    public static Application anApplication(ProcedureKind kind, int standardDays, Occasion arrived) {
        var procedure = new ProcedureView(
                "child-allowance", new Text("児童手当の認定請求", null, null), "じどうてあて", new Text("手当", null, null),
                "児童手当法7条", "child", new Text("親", null, null), List.of(), 0, standardDays, Assurance.SIGNATURE, kind,
                VisitRule.NONE, true, "welfare", kind == ProcedureKind.APPLICATION ? "child-allowance" : null, "move-in",
                List.of(), List.of(), LocalDate.of(2026, 4, 1), null, null);
        var sender = new Arrival.Sender(
                UUID.randomUUID(), null, "髙橋　太郎", "タカハシ　タロウ", Arrival.Channel.ONLINE, "CARD", null);
        return Application.arrive(
                new Arrival(UUID.randomUUID(), 0, new ReceiptNumber(arrived.day(), 1), procedure, 1, sender,
                        Map.of("child-allowance.older", "０"), Map.of("child-allowance.older", "0")),
                arrived);
    }
}
