package jp.yakuba.web.office;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.ToLongFunction;
import jp.yakuba.application.api.ProcedureStatistics;
import jp.yakuba.web.shell.Messages;

/** The plan of a chart of procedures for Chart.js: bars of what is done, open in time and overdue, without movement. */
final class StatisticsDrawing {
    private static final String DONE = "#197a4b";
    private static final String OPEN = "#0055ad";
    private static final String LATE = "#c74700";

    private final List<ProcedureStatistics> rows;
    private final Messages messages;
    private final String ink;

    private StatisticsDrawing(List<ProcedureStatistics> rows, Messages messages, boolean onDark) {
        this.rows = rows;
        this.messages = messages;
        this.ink = onDark ? "#f0f0f0" : "#1a1a1a";
    }

    /** The plan as JSON. */
    static String of(List<ProcedureStatistics> rows, Messages messages, boolean onDark) {
        return new StatisticsDrawing(rows, messages, onDark).plan().toString();
    }

    private JsonObject plan() {
        var names = JSON.createArrayBuilder(rows.stream().map(ProcedureStatistics::name).toList());
        var series = JSON.createArrayBuilder()
                .add(series("office.done", DONE, ProcedureStatistics::done))
                .add(series("office.open.inTime", OPEN, row -> Math.max(0, row.open() - row.overdue())))
                .add(series("office.overdue", LATE, row -> Math.min(row.open(), row.overdue())));
        return JSON.createObjectBuilder()
                .add("type", "bar")
                .add("data", JSON.createObjectBuilder().add("labels", names).add("datasets", series))
                .add("options", options())
                .build();
    }

    private JsonObjectBuilder series(String key, String colour, ToLongFunction<ProcedureStatistics> number) {
        return JSON.createObjectBuilder()
                .add("label", messages.get(key))
                .add("backgroundColor", colour)
                .add("data", numbers(number));
    }

    private JsonArray numbers(ToLongFunction<ProcedureStatistics> number) {
        var out = JSON.createArrayBuilder();
        rows.forEach(row -> out.add(number.applyAsLong(row)));
        return out.build();
    }

    private JsonObjectBuilder options() {
        return JSON.createObjectBuilder()
                .add("indexAxis", "y")
                .add("animation", false)
                .add("maintainAspectRatio", false)
                .add("color", ink)
                .add("scales", JSON.createObjectBuilder()
                        .add("x", axis().add("beginAtZero", true))
                        .add("y", axis()));
    }

    private JsonObjectBuilder axis() {
        return JSON.createObjectBuilder()
                .add("stacked", true)
                .add("ticks", JSON.createObjectBuilder().add("color", ink).add("precision", 0));
    }
}
