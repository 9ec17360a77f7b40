package jp.yakuba.launcher;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A member of staff at the pages of a running office, for commands: signs in, fills forms in, keeps what is handed out. */
final class OfficeClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int REDIRECTS = 300;
    private static final int ERRORS = 400;
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final URI office;
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build();

    OfficeClient(URI office) {
        this.office = office;
    }

    /** Signs in; refused in one sentence. */
    void signIn(String number, String password) throws IOException, InterruptedException {
        var fields = fields(page("/office/sign-in"), "signIn");
        fields.put("number", number);
        fields.put("password", password);
        var next = send("/office/sign-in", fields);
        if (next == null) {
            throw new CannotContinue("The office does not know this number with this password.");
        }
        if (next.contains("sign-in-code")) {
            throw new CannotContinue("The office asks for a code beside the password; use its page /office/imports.");
        }
    }

    /** The page under the path. */
    String page(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(office.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= REDIRECTS) {
            throw new CannotContinue(answer.statusCode() < ERRORS || answer.statusCode() == 403
                    ? "The page " + path + " is not for this member of staff."
                    : "The page " + path + " answers " + answer.statusCode() + ".");
        }
        return answer.body();
    }

    /** Keeps what the path hands out. */
    void keep(String path, Path target) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(office.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofFile(target));
    }

    /** Sends a form; returns where it leads, null if the page stays. */
    String send(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(office.resolve(path)).timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElse(null);
    }

    /** The fields of a form as the page has them; no button. */
    static Map<String, String> fields(String page, String form) {
        int from = page.indexOf("<form id=\"" + form + "\"");
        if (from < 0) {
            throw new CannotContinue("The page has no form " + form + ".");
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

    /** The command cannot go on, for the reason said. */
    static final class CannotContinue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotContinue(String reason) {
            super(reason);
        }
    }
}
