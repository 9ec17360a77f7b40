package jp.yakuba.web.operations;

import java.util.LinkedHashMap;
import java.util.Map;

/** Figures as Prometheus reads them: each name with what it is, then its values; labels are escaped. */
final class MetricsText {
    private final Map<String, StringBuilder> families = new LinkedHashMap<>();

    /** Adds a value; labels are pairs of name and value. */
    void add(String name, String help, long value, String... labels) {
        var family = families.computeIfAbsent(name, known -> new StringBuilder("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ")
                .append(name).append(" gauge\n"));
        family.append(name).append('{');
        for (int place = 0; place < labels.length; place += 2) {
            family.append(place == 0 ? "" : ",").append(labels[place]).append("=\"").append(escaped(labels[place + 1])).append('"');
        }
        family.append("} ").append(value).append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return String.join("", families.values());
    }
}
