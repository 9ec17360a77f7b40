package jp.yakuba.jmsadapters;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import jp.yakuba.notification.gateway.Letter;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.gateway.MailNotSent.Kind;

/** A letter as it goes over the wire; it keeps the id it was given. */
final class LetterMessage extends MimeMessage {
    private final String id;

    private LetterMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** The letter as a message, or why it can never be one. */
    static LetterMessage of(Session session, Letter letter) throws MailNotSent {
        try {
            var from = new InternetAddress(session.getProperty("mail.from"), letter.senderName(), StandardCharsets.UTF_8.name());
            var message = new LetterMessage(session, letter.id() + "@" + from.getAddress().replaceFirst(".*@", ""));
            message.setFrom(from);
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.address(), true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.write(letter);
            message.setSentDate(Date.from(letter.at()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", letter.language());
            message.saveChanges();
            return message;
        } catch (AddressException noAddress) {
            throw new MailNotSent(Kind.NEVER, "the address is not well formed", noAddress);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new MailNotSent(Kind.NEVER, "the letter cannot be written: " + unwritable.getClass().getSimpleName(), unwritable);
        }
    }

    /** The words, and what is enclosed beside them. */
    private void write(Letter letter) throws MessagingException, UnsupportedEncodingException {
        if (letter.enclosures().isEmpty()) {
            setText(letter.body(), StandardCharsets.UTF_8.name());
            return;
        }
        var words = new MimeBodyPart();
        words.setText(letter.body(), StandardCharsets.UTF_8.name());
        var parts = new MimeMultipart(words);
        for (var enclosure : letter.enclosures()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(enclosure.content(), enclosure.mediaType())));
            part.setFileName(MimeUtility.encodeText(enclosure.name(), StandardCharsets.UTF_8.name(), null));
            part.setDisposition(Part.ATTACHMENT);
            parts.addBodyPart(part);
        }
        setContent(parts);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }
}
