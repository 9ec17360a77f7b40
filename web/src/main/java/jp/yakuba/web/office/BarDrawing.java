package jp.yakuba.web.office;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * The plan of a chart of bars for Chart.js, without movement.
 *
 * @param labels what each bar stands for
 * @param series what is counted, in the order of the legend
 * @param lying true if bars grow to the right, one upon the other; false if they stand side by side
 * @param onDark true on a dark page
 */
record BarDrawing(List<String> labels, List<Series> series, boolean lying, boolean onDark) {
    static final String GREEN = "#197a4b";
    static final String BLUE = "#0055ad";
    static final String ORANGE = "#c74700";

    BarDrawing {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /** What is counted: its name, colour, and a number for each label. */
    record Series(String label, String colour, List<Long> numbers) {
        Series {
            numbers = List.copyOf(numbers);
        }
    }

    /** The plan as JSON. */
    String plan() {
        var sets = JSON.createArrayBuilder();
        series.forEach(one -> sets.add(set(one)));
        return JSON.createObjectBuilder()
                .add("type", "bar")
                .add("data", JSON.createObjectBuilder().add("labels", JSON.createArrayBuilder(labels)).add("datasets", sets))
                .add("options", options())
                .build()
                .toString();
    }

    private static JsonObject set(Series one) {
        return JSON.createObjectBuilder()
                .add("label", one.label())
                .add("backgroundColor", one.colour())
                .add("data", JSON.createArrayBuilder(one.numbers()))
                .build();
    }

    private JsonObjectBuilder options() {
        return JSON.createObjectBuilder()
                .add("indexAxis", lying ? "y" : "x")
                .add("animation", false)
                .add("maintainAspectRatio", false)
                .add("color", ink())
                .add("scales", JSON.createObjectBuilder()
                        .add("x", axis().add("beginAtZero", true))
                        .add("y", axis().add("beginAtZero", true)));
    }

    private String ink() {
        return onDark ? "#f0f0f0" : "#1a1a1a";
    }

    private JsonObjectBuilder axis() {
        return JSON.createObjectBuilder()
                .add("stacked", lying)
                .add("ticks", JSON.createObjectBuilder().add("color", ink()).add("precision", 0));
    }
}
