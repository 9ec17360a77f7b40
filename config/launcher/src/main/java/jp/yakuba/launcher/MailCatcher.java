package jp.yakuba.launcher;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Ports;

/**
 * The letter box of a sample town (郵便受け): takes every mail that the office sends, keeps each as a file before it says
 * thanks, and shows them on a page. Nothing leaves this machine.
 */
public final class MailCatcher {
    private static final String BOX = "all@localhost";
    private static final int KEPT_IN_MEMORY = 200;

    private final Path folder;
    private final Ports ports;
    private final GreenMail smtp;
    private final AtomicLong number = new AtomicLong();
    private MailPage page;

    MailCatcher(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
        this.smtp = new GreenMail(new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** Opens the box. */
    public void start() {
        try {
            Files.createDirectories(folder);
            number.set(files().size());
            smtp.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication().withUser(BOX, BOX, "none"));
            smtp.start();
            smtp.getUserManager().setMessageDeliveryHandler((message, address) -> keep(message));
            page = MailPage.open(this, ports.mailPage());
        } catch (IOException refused) {
            throw new CannotOpen("The mail catcher cannot open at " + folder + ": " + refused.getMessage() + ".", refused);
        }
    }

    /** Closes the box, as a relay that is away; what lies in it stays. */
    public void stop() {
        smtp.stop();
        if (page != null) {
            page.close();
        }
    }

    private synchronized GreenMailUser keep(MovingMessage message) throws MessagingException, UserException {
        try {
            var bytes = new ByteArrayOutputStream();
            message.getMessage().writeTo(bytes);
            var name = "%08d.eml".formatted(number.incrementAndGet());
            var draft = Files.write(folder.resolve(name + ".new"), bytes.toByteArray());
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            if (number.get() % KEPT_IN_MEMORY == 0) {
                smtp.purgeEmailFromAllMailboxes();
            }
        } catch (IOException | FolderException refused) {
            throw new MessagingException("the mail cannot be kept", refused);
        }
        return smtp.getUserManager().getUserByEmail(BOX);
    }

    /** What the application server must be told to send its mail here. */
    public Map<String, String> environment() {
        return Map.of("YAKUBA_SMTP_HOST", "127.0.0.1", "YAKUBA_SMTP_PORT", Integer.toString(ports.smtp()));
    }

    /** Where the mail lies, a file each. */
    public Path folder() {
        return folder;
    }

    /** Every mail, the latest first. */
    public List<CaughtMail> all() {
        return files().stream().map(CaughtMail::read).toList();
    }

    /** Every mail to that address, the latest first. */
    public List<CaughtMail> to(String address) {
        return all().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    List<Path> files() {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d{8}\\.eml"))
                    .sorted(java.util.Comparator.reverseOrder()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
