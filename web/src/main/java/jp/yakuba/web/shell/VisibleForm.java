package jp.yakuba.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.kernel.VisibleText;

/** A request of whose fields nothing is left that nobody sees; what was cleaned so reaches every page. */
final class VisibleForm extends HttpServletRequestWrapper {
    private final Map<String, String[]> fields = new LinkedHashMap<>();

    private VisibleForm(HttpServletRequest request) {
        super(request);
        request.getParameterMap().forEach((name, values) ->
                fields.put(VisibleText.of(name), Stream.of(values).map(VisibleText::of).toArray(String[]::new)));
    }

    /** The request itself if there is nothing to clean, as almost always. */
    static HttpServletRequest of(HttpServletRequest request) {
        boolean clean = request.getParameterMap().entrySet().stream()
                .allMatch(field -> isClean(field.getKey()) && Stream.of(field.getValue()).allMatch(VisibleForm::isClean));
        return clean ? request : new VisibleForm(request);
    }

    private static boolean isClean(String text) {
        return VisibleText.of(text).length() == text.length();
    }

    @Override
    public String getParameter(String name) {
        var values = fields.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        var values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }
}
