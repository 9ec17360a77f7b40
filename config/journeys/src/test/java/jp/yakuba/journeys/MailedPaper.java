package jp.yakuba.journeys;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;

/** The PDF in a mail that the relay of an office has taken. */
final class MailedPaper {
    private MailedPaper() {}

    /** The PDF in the first mail to the address, once it has come. */
    static byte[] to(OpenOffice office, String address) {
        Until.holds("the mail has arrived", () -> !office.running().mail().to(address).isEmpty());
        var caught = office.running().mail().to(address).get(0);
        try (var in = Files.newInputStream(office.running().mail().folder().resolve(caught.file()))) {
            var parts = (MimeMultipart) new MimeMessage(null, in).getContent();
            for (int place = 0; place < parts.getCount(); place++) {
                if (parts.getBodyPart(place).isMimeType("application/pdf")) {
                    return parts.getBodyPart(place).getInputStream().readAllBytes();
                }
            }
        } catch (IOException | MessagingException broken) {
            throw new AssertionError(broken);
        }
        throw new AssertionError("The mail carries no PDF");
    }
}
