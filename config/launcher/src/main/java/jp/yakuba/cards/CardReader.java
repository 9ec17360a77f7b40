package jp.yakuba.cards;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Stands for the software that reads a card (利用者クライアントソフト, or the app of a phone): the portal opens it with a digest,
 * the person chooses a card and types its number, and the software hands the signature to the portal and sends the
 * browser back. The portal never sees the key, the software never sees the application.
 */
public final class CardReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HTML = "text/html; charset=utf-8";

    private final Path cards;
    private final int port;
    private final String portal;
    private HttpServer server;

    /** A reader on a port of this machine that serves one portal only. */
    public CardReader(Path cards, int port, String portal) {
        this.cards = cards;
        this.port = port;
        this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
    }

    /** Starts to listen. */
    public void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/sign", this::answer);
            server.start();
        } catch (IOException e) {
            throw new CardsFailed("The card reader cannot listen on port " + port, e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if ("POST".equals(exchange.getRequestMethod())) {
                sign(exchange, fields(new String(exchange.getRequestBody().readNBytes(20_000), StandardCharsets.UTF_8)));
            } else {
                say(exchange, 200, page(fields(exchange.getRequestURI().getRawQuery()), ""));
            }
        } catch (IllegalArgumentException unreadable) {
            say(exchange, 400, "<p>読み取れません。 / This cannot be read.</p>");
        }
    }

    private void sign(HttpExchange exchange, Map<String, String> given) throws IOException {
        var card = given.getOrDefault("card", "");
        if (!CardBox.list(cards).contains(card) || !CardBox.PASSWORD.equals(given.get("pin"))) {
            say(exchange, 200, page(given, "暗証番号がちがいます。 / The number is wrong."));
            return;
        }
        var signed = new CardSigner(cards.resolve(card)).sign(HexFormat.of().parseHex(given.getOrDefault("digest", "")));
        if (!deliver(given.get("state"), signed)) {
            say(exchange, 200, page(given, "窓口につながりませんでした。 / The portal did not take the signature."));
            return;
        }
        exchange.getResponseHeaders().set("Location", back(given) + "/sign/" + encode(given.get("state")));
        exchange.sendResponseHeaders(303, -1);
    }

    private static String back(Map<String, String> given) {
        var back = given.getOrDefault("back", "");
        if (!back.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
            throw new IllegalArgumentException("Not an address of a portal");
        }
        return back;
    }

    private boolean deliver(String state, CardSigner.Signed signed) throws IOException {
        var form = "state=" + encode(state) + "&certificate=" + encode(signed.certificate()) + "&signature=" + encode(signed.signature());
        var request = HttpRequest.newBuilder(URI.create(portal + "/api/card/signed")).timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String page(Map<String, String> given, String complaint) {
        var options = CardBox.list(cards).stream()
                .map(card -> "<option value=\"%s\">%s</option>".formatted(escape(card), escape(card + "  " + nameOn(card))))
                .collect(Collectors.joining());
        var hidden = java.util.List.of("state", "digest", "back").stream()
                .map(name -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escape(given.getOrDefault(name, ""))))
                .collect(Collectors.joining());
        return """
                <!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>見本のカードリーダー</title></head><body><main><h1>見本のカードリーダー</h1>
                <p>本物のカードは使えません。見本の町のためのものです。<br>A card reader for the sample town; it reads no real card.</p>
                <p role="alert">%s</p><p>署名するもの (SHA-256)<br><code style="overflow-wrap:anywhere">%s</code></p>
                <form method="post" action="/sign">%s
                <p><label for="card">カード</label><br><select id="card" name="card">%s</select></p>
                <p><label for="pin">署名用暗証番号（見本は %s）</label><br><input id="pin" name="pin" type="password" autocomplete="off"></p>
                <p><button type="submit">署名する</button></p></form></main></body></html>
                """.formatted(escape(complaint), escape(given.getOrDefault("digest", "")), hidden, options, CardBox.PASSWORD);
    }

    private String nameOn(String card) {
        var facts = new Properties();
        try (var in = Files.newBufferedReader(cards.resolve(card).resolve("card.properties"))) {
            facts.load(in);
        } catch (IOException unreadable) {
            return "";
        }
        return facts.getProperty("name", "");
    }

    private static void say(HttpExchange exchange, int status, String html) throws IOException {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", HTML);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new HashMap<String, String>();
        for (var part : (encoded == null ? "" : encoded).split("&")) {
            int at = part.indexOf('=');
            if (at > 0) {
                fields.put(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
