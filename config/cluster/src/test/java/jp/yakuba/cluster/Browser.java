package jp.yakuba.cluster;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** The plainest browser in front of the balancer: cookies, forms, one request at a time; it follows no redirect by itself. */
final class Browser {
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int FAULT = 500;

    private final URI address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    Browser(SSLContext tls, URI address) {
        this.address = address;
        this.client = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5)).build();
    }

    /** What came back is not what a person waits for. */
    static final class Unexpected extends IOException {
        private static final long serialVersionUID = 1L;

        Unexpected(String what) {
            super(what);
        }
    }

    /** A page that must be whole. */
    String page(String path) throws IOException {
        return whole(send(HttpRequest.newBuilder(address.resolve(path)).GET()), path);
    }

    /** The page that a form which stays on it leads to. */
    String postForPage(String path, Map<String, String> fields) throws IOException {
        return whole(send(form(path, fields)), path);
    }

    /** The path to which a form leads. */
    String post(String path, Map<String, String> fields) throws IOException {
        var answer = send(form(path, fields));
        mustBeAnswered(answer, path);
        return answer.headers().firstValue("Location").map(to -> URI.create(to).getPath())
                .orElseThrow(() -> new Unexpected("status " + answer.statusCode() + " at " + shape(path)));
    }

    /** Which node the balancer has chosen; empty before the first answer. */
    String node() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("yakuba_node"))
                .map(java.net.HttpCookie::getValue).findFirst().orElse("");
    }

    private static String whole(HttpResponse<String> answer, String path) throws IOException {
        mustBeAnswered(answer, path);
        if (answer.statusCode() != OK) {
            throw new Unexpected("status " + answer.statusCode() + " at " + shape(path)
                    + answer.headers().firstValue("Location").map(to -> " to " + URI.create(to).getPath()).orElse(""));
        }
        return answer.body();
    }

    private static void mustBeAnswered(HttpResponse<String> answer, String path) throws IOException {
        if (answer.statusCode() >= FAULT) {
            throw new IOException("status " + answer.statusCode() + " at " + shape(path));
        }
    }

    /** The path without what is different each time. */
    private static String shape(String path) {
        return path.replaceAll("[0-9a-f-]{36}", "…").replaceFirst("\\?.*", "");
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** The fields of a form as the page has them, for filling in and sending back. */
    static Map<String, String> fields(String page, String form) throws Unexpected {
        int from = page.indexOf("<form id=\"" + form + "\"");
        if (from < 0) {
            throw new Unexpected("a page without its form " + form);
        }
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(page.substring(from, page.indexOf("</form>", from)));
        while (inputs.find()) {
            var value = VALUE.matcher(inputs.group());
            fields.put(inputs.group(1), value.find() ? value.group(1) : "");
        }
        return fields;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
