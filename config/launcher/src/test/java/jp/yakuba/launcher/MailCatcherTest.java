package jp.yakuba.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import jp.yakuba.server.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("見本の町の郵便受け")
class MailCatcherTest {
    @TempDir
    private Path folder;

    private final Ports ports = Ports.freeFrom(3200);
    private MailCatcher catcher;

    @BeforeEach
    void open() {
        catcher = new MailCatcher(folder, ports);
        catcher.start();
    }

    @AfterEach
    void close() {
        catcher.stop();
    }

    @Test
    @DisplayName("送ったメールは、宛先・件名・本文のまま読める")
    void keepsWhatWasSent() throws MessagingException {
        send("hanako@resident.example", "お知らせ", "受付番号は 7 です。");
        assertThat(catcher.to("hanako@resident.example")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("お知らせ");
            assertThat(mail.text()).contains("受付番号は 7 です。");
        });
        assertThat(catcher.to("taro@resident.example")).isEmpty();
    }

    @Test
    @DisplayName("郵便受けを開き直しても、前のメールは残り、番号は続く")
    void survivesAReopening() throws MessagingException {
        send("a@resident.example", "一通目", "一");
        catcher.stop();
        open();
        send("b@resident.example", "二通目", "二");
        assertThat(catcher.all()).extracting(CaughtMail::subject).containsExactly("二通目", "一通目");
    }

    @Test
    @DisplayName("画面では、メールの中の印は文字として見える")
    void showsMarkupAsText() throws Exception {
        send("a@resident.example", "<script>alert(1)</script>", "<b>太字</b>");
        var page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + ports.mailPage() + "/")).build(), HttpResponse.BodyHandlers.ofString()).body();
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private void send(String to, String subject, String text) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(ports.smtp()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("yakuba@localhost"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
