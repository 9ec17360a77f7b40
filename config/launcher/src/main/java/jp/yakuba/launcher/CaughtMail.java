package jp.yakuba.launcher;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * One mail that the office of a sample town has sent, read from its file.
 *
 * @param file name of the file in the mail folder, in the order of arrival
 * @param to addresses it was sent to
 * @param subject its subject line
 * @param text its plain text
 * @param sent what its date line says
 */
public record CaughtMail(String file, List<String> to, String subject, String text, String sent) {
    static CaughtMail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var recipients = message.getRecipients(Message.RecipientType.TO);
            return new CaughtMail(file.getFileName().toString(),
                    recipients == null ? List.of() : Arrays.stream(recipients).map(one -> ((InternetAddress) one).getAddress()).toList(),
                    message.getSubject() == null ? "" : message.getSubject(), textOf(message),
                    message.getSentDate() == null ? "" : message.getSentDate().toInstant().toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException notAMail) {
            return new CaughtMail(file.getFileName().toString(), List.of(), "(not readable)", notAMail.getMessage(), "");
        }
    }

    private static String textOf(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return part.getContent().toString();
        }
        if (!part.isMimeType("multipart/*")) {
            return "";
        }
        var parts = (Multipart) part.getContent();
        for (var index = 0; index < parts.getCount(); index++) {
            BodyPart inner = parts.getBodyPart(index);
            var text = textOf(inner);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
