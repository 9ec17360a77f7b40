package jp.yakuba.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.yakuba.cards.SampleAccounts;

/** Somebody without a browser: sends whatever he likes, word for word, and keeps the cookies he is given. */
final class Intruder {
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String door;

    private Intruder(String door) {
        this.door = door;
    }

    /** One before any door. */
    static Intruder before(String door) {
        return new Intruder(door);
    }

    /** One before the residents' door. */
    static Intruder atPortal(OpenOffice office) {
        return new Intruder(office.portal(""));
    }

    /** One before the staff's door. */
    static Intruder atOffice(OpenOffice office) {
        return new Intruder(office.office(""));
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Comes in with an account of his own. */
    Intruder signIn(String mail) {
        trySignIn(mail, SampleAccounts.RESIDENT_PASSWORD);
        return mustHave("yakuba_portal");
    }

    /** Comes in as a member of staff. */
    Intruder signInAsStaff(String number) {
        post("/office/sign-in", filled("/office/sign-in", Map.of("number", number, "send", "send",
                "password", SampleAccounts.STAFF_PASSWORD.formatted(number))));
        return mustHave("yakuba_office");
    }

    /** Tries mail address and password. */
    HttpResponse<String> trySignIn(String mail, String password) {
        return post("/sign-in", filled("/sign-in", Map.of("mail", mail, "password", password, "send", "send")));
    }

    private Intruder mustHave(String cookie) {
        if (!cookies.containsKey(cookie)) {
            throw new IllegalStateException("Nobody was let in");
        }
        return this;
    }

    /** The hidden fields of a page together with what is typed. */
    Map<String, String> filled(String page, Map<String, String> typed) {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(get(page).body()).results().map(found -> found.group()).forEach(input -> {
            var name = NAME.matcher(input);
            var value = VALUE.matcher(input);
            if (name.find()) {
                fields.put(name.group(1), value.find() ? value.group(1) : "");
            }
        });
        fields.putAll(typed);
        return fields;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send("POST", path, BodyPublishers.ofString(encoded(fields)),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** Sends a form with a file of any kind and name; the bytes are made while they are sent. */
    HttpResponse<String> upload(String path, Map<String, String> fields, String field, String name, Supplier<InputStream> bytes) {
        var line = "----intruder" + System.nanoTime();
        var before = new StringBuilder();
        fields.forEach((key, value) -> before.append("--").append(line).append("\r\nContent-Disposition: form-data; name=\"")
                .append(key).append("\"\r\n\r\n").append(value).append("\r\n"));
        before.append("--").append(line).append("\r\nContent-Disposition: form-data; name=\"").append(field)
                .append("\"; filename=\"")
                .append(name).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        var body = BodyPublishers.concat(BodyPublishers.ofString(before.toString()), BodyPublishers.ofInputStream(bytes),
                BodyPublishers.ofString("\r\n--" + line + "--\r\n"));
        return send("POST", path, body, Map.of("Content-Type", "multipart/form-data; boundary=" + line));
    }

    /** Fields as they stand in a link or in the body of a post. */
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /** What stands at the address, byte for byte. */
    byte[] bytes(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of(), BodyHandlers.ofByteArray()).body();
    }

    /** Sends a request as it is. */
    HttpResponse<String> send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        return send(method, path, body, headers, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(String method, String path, BodyPublisher body, Map<String, String> headers,
            BodyHandler<T> reading) {
        var request = HttpRequest.newBuilder(URI.create(door + path)).method(method, body).timeout(Duration.ofMinutes(2));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        try {
            var answer = client.send(request.build(), reading);
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || header.contains("01-Jan-1970")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
