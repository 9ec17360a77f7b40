package jp.yakuba.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;

/** The page on which people read the caught mail of a sample town; for this machine only. */
final class MailPage implements AutoCloseable {
    private static final int SHOWN = 200;

    private final MailCatcher catcher;
    private final HttpServer server;

    private MailPage(MailCatcher catcher, HttpServer server) {
        this.catcher = catcher;
        this.server = server;
    }

    static MailPage open(MailCatcher catcher, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var page = new MailPage(catcher, server);
        server.createContext("/", page::answer);
        server.start();
        return page;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                send(exchange, 200, "text/html", list());
            } else if (path.matches("/\\d{8}\\.eml")) {
                var file = catcher.folder().resolve(path.substring(1));
                if (Files.exists(file)) {
                    send(exchange, 200, "text/html", mail(CaughtMail.read(file)));
                    return;
                }
                send(exchange, 404, "text/plain", "There is no such mail.");
            } else {
                send(exchange, 404, "text/plain", "There is no such page.");
            }
        }
    }

    private String list() {
        var rows = catcher.files().stream().limit(SHOWN).map(CaughtMail::read)
                .map(mail -> "<tr><td>" + escaped(mail.sent()) + "<td>" + escaped(String.join(", ", mail.to()))
                        + "<td><a href=\"/" + mail.file() + "\">" + escaped(mail.subject()) + "</a>")
                .collect(Collectors.joining("\n"));
        return page("送られたメール", "<p>この役場が送ったメールです(新しい順、" + SHOWN + "通まで)。このパソコンの外には出ていません。</p>"
                + "<table><thead><tr><th>日時<th>宛先<th>件名</thead><tbody>" + rows + "</tbody></table>");
    }

    private String mail(CaughtMail mail) {
        var text = escaped(mail.text()).replaceAll("(https?://[\\w.:/?=&;%~+#-]+)", "<a href=\"$1\">$1</a>");
        return page(escaped(mail.subject()), "<p>宛先: " + escaped(String.join(", ", mail.to())) + "</p><pre>" + text
                + "</pre><p><a href=\"/\">一覧へ</a></p>");
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<title>" + title + "</title><style>body{font-family:sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}"
                + "td,th{text-align:left;padding:.4rem;border-bottom:1px solid #999}pre{white-space:pre-wrap;font-size:1rem}</style>"
                + "</head><body><h1>" + title + "</h1>" + body + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
