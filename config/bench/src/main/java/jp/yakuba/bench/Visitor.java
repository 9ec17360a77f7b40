package jp.yakuba.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One browser of the load generator: keeps its connection and its cookies, follows no redirect by itself. The plainest
 * client of the JDK, for whatever it spends is missing where the office runs on the same machine.
 */
final class Visitor {
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern BUTTON = Pattern.compile("<(?:input|button)\\b[^>]*\\btype=\"submit\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final URI address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(URI address) {
        this.address = address;
    }

    /** What came back. */
    record Answer(int status, String location, String body) {
        /** The body of an answer that must be a whole page. */
        String page() {
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("Status " + status + " in place of a page");
            }
            return body;
        }

        /** The path that an answer leads on to. */
        String next() {
            if (location == null) {
                throw new IllegalStateException("Status " + status + " leads nowhere: " + errors());
            }
            return URI.create(location).getPath();
        }

        private String errors() {
            int at = body.indexOf("id=\"errors\"");
            return at < 0 ? "" : body.substring(at, Math.min(body.length(), at + 600)).replaceAll("<[^>]*>|\\s+", " ");
        }
    }

    Answer get(String path) throws IOException {
        return read(open(path));
    }

    /** Posts fields as a form does. */
    Answer post(String path, Map<String, String> fields) throws IOException {
        return send(path, encoded(fields), "application/x-www-form-urlencoded");
    }

    /** Posts fields with one more that is ticked several times. */
    Answer postSeveral(String path, Map<String, String> fields, String name, Collection<?> values) throws IOException {
        var ticked = values.stream().map(value -> "&" + encode(name) + "=" + encode(value.toString())).collect(Collectors.joining());
        return send(path, encoded(fields) + ticked, "application/x-www-form-urlencoded");
    }

    /** Posts JSON as a program does. */
    Answer postJson(String path, String json) throws IOException {
        return send(path, json, "application/json");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
    }

    private Answer send(String path, String body, String type) throws IOException {
        var connection = open(path);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", type);
        try (var out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return read(connection);
    }

    /** The fields of a form as the page has them, for filling in and sending back. */
    static Map<String, String> fields(String page, String form) {
        int from = page.indexOf("<form id=\"" + form + "\"");
        if (from < 0) {
            throw new IllegalStateException("The page has no form " + form);
        }
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(page.substring(from, page.indexOf("</form>", from)));
        while (inputs.find()) {
            var value = VALUE.matcher(inputs.group());
            fields.put(inputs.group(1), value.find() ? value.group(1) : "");
        }
        return fields;
    }

    /** The fields of a form that a press of the button sends, and of its buttons that one alone. */
    static Map<String, String> pressed(String page, String form, String button) {
        var fields = fields(page, form);
        if (!fields.containsKey(button)) {
            throw new IllegalStateException("The page has no button " + button);
        }
        var buttons = BUTTON.matcher(page);
        while (buttons.find()) {
            var name = NAME.matcher(buttons.group());
            if (name.find() && !name.group(1).equals(button)) {
                fields.remove(name.group(1));
            }
        }
        return fields;
    }

    private HttpURLConnection open(String path) throws IOException {
        var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        if (!cookies.isEmpty()) {
            connection.setRequestProperty("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        return connection;
    }

    private Answer read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        connection.getHeaderFields().getOrDefault("Set-Cookie", java.util.List.of()).forEach(this::keep);
        try (var in = status < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream()) {
            var bytes = (in == null ? InputStream.nullInputStream() : in).readAllBytes();
            return new Answer(status, connection.getHeaderField("Location"), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
