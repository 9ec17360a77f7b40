package jp.yakuba.launcher;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.Map;
import jp.yakuba.server.Ports;

/** The letter box of a sample town: takes every mail that the office sends, keeps it as a file, and shows it on a page. */
public final class MailCatcher {
    private final Path folder;
    private final Ports ports;
    private final GreenMail smtp;

    MailCatcher(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
        this.smtp = new GreenMail(new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    void start() {
        smtp.withConfiguration(com.icegreen.greenmail.configuration.GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp.start();
    }

    void stop() {
        smtp.stop();
    }

    /** What the application server must be told to send its mail here. */
    public Map<String, String> environment() {
        return Map.of("YAKUBA_SMTP_HOST", "127.0.0.1", "YAKUBA_SMTP_PORT", Integer.toString(ports.smtp()));
    }

    /** Where the mail lies, a file each. */
    public Path folder() {
        return folder;
    }
}
