package jp.yakuba.document.service.receipt;

import static jp.yakuba.document.api.DocumentProblem.MAIL_UNREADABLE;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.kernel.RuleViolation;

/** A mail as a file ({@code message/rfc822}), opened: what it says of itself, its text, and its attachments. */
public final class OpenedMail {
    /** The largest mail that is opened; larger ones are kept but stay shut. */
    static final long LARGEST_BYTES = 50L * 1024 * 1024;

    private static final int LONGEST_TEXT = 20_000;
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 200;

    private final MimeMessage message;
    private final List<Attached> attachments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder marked = new StringBuilder();
    private int parts;

    /** An attachment: its name and how to read it. */
    record Attached(String name, Part part) {
        InputStream open() throws IOException {
            try {
                return part.getInputStream();
            } catch (MessagingException broken) {
                throw new IOException("An attachment cannot be decoded", broken);
            }
        }
    }

    private OpenedMail(MimeMessage message) {
        this.message = message;
    }

    /** Opens the mail; refused with {@code DOC-036} if it is none. */
    public static OpenedMail of(Path path) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            if (message.getFrom() == null && message.getSubject() == null) {
                throw new RuleViolation(MAIL_UNREADABLE);
            }
            var opened = new OpenedMail(message);
            opened.walk(message, 0);
            return opened;
        } catch (MessagingException unreadable) {
            throw new RuleViolation(MAIL_UNREADABLE);
        }
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || parts++ > MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart one = many.getBodyPart(i);
                walk(one, depth + 1);
            }
        } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(new Attached(nameOf(part), part));
        } else if (part.isMimeType("text/plain")) {
            text.append(textOf(part)).append('\n');
        } else if (part.isMimeType("text/html")) {
            marked.append(textOf(part)).append('\n');
        }
    }

    private static String textOf(Part part) throws IOException {
        try {
            return part.getContent() instanceof String words ? words : "";
        } catch (IOException | MessagingException strangeCharset) {
            return "";
        }
    }

    private static String nameOf(Part part) throws MessagingException, IOException {
        return part.getFileName() == null ? "attachment" : MimeUtility.decodeText(part.getFileName());
    }

    /** Attachments in their order. */
    List<Attached> attachments() {
        return attachments;
    }

    /** What the mail says of itself. */
    public StagedUpload.Mail view() throws IOException {
        try {
            Date sent = message.getSentDate();
            var subject = message.getSubject() == null ? "" : MimeUtility.decodeText(message.getSubject());
            return new StagedUpload.Mail(subject.strip(), sender(), sent == null ? null : sent.toInstant(), words());
        } catch (MessagingException unreadable) {
            throw new RuleViolation(MAIL_UNREADABLE);
        }
    }

    private String sender() throws MessagingException {
        var from = message.getFrom();
        if (from == null || from.length == 0) {
            return "";
        }
        if (from[0] instanceof InternetAddress address) {
            return address.getPersonal() == null ? address.getAddress() : address.getPersonal() + " <" + address.getAddress() + ">";
        }
        return from[0].toString();
    }

    private String words() {
        var plain = text.isEmpty()
                ? marked.toString().replaceAll("(?is)<(script|style)[^>]*>.*?</\\1>", "").replaceAll("(?i)<br[^>]*>|</p>", "\n")
                        .replaceAll("<[^>]*>", "").replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                : text.toString();
        var clean = plain.replace("\r", "").strip();
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT);
    }
}
