package jp.yakuba.jmsadapters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import jp.yakuba.notification.gateway.Letter;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.gateway.MailNotSent.Kind;
import jp.yakuba.notification.gateway.MailRelay;

/**
 * The mail relay over SMTP: host, port and sender as the server is configured, name and password from the environment.
 *
 * <p>It never waits for ever, and tells what failed before the words were on the wire from what nobody can know.
 */
@ApplicationScoped
public class SmtpRelay implements MailRelay {
    private static final String SESSION = "java:jboss/mail/Default";
    private static final Map<String, String> MANNERS = Map.of(
            "mail.smtp.connectiontimeout", "10000",
            "mail.smtp.timeout", "30000",
            "mail.smtp.writetimeout", "30000",
            "mail.smtp.quitwait", "false",
            "mail.mime.address.strict", "true");
    private static final int PERMANENT = 500;

    /** Made once: each new one searches the whole server for its providers. */
    private volatile Session kept;

    @Override
    public void send(Letter letter, Runnable handingOver) throws MailNotSent {
        var session = session();
        var message = message(session, letter);
        try (var transport = session.getTransport("smtp")) {
            connect(transport, session);
            handingOver.run();
            deliver(transport, message);
        } catch (MessagingException unclosed) {
            throw new MailNotSent(Kind.RELAY_AWAY, unclosed.getClass().getSimpleName(), unclosed);
        }
    }

    private static void connect(Transport transport, Session session) throws MailNotSent {
        var user = System.getenv("YAKUBA_SMTP_USER");
        try {
            if (user == null || user.isBlank()) {
                transport.connect();
            } else {
                transport.connect(session.getProperty("mail.smtp.host"), Integer.parseInt(session.getProperty("mail.smtp.port")),
                        user, System.getenv("YAKUBA_SMTP_PASSWORD"));
            }
        } catch (MessagingException away) {
            throw new MailNotSent(Kind.RELAY_AWAY, "the relay does not answer: " + away.getClass().getSimpleName(), away);
        }
    }

    private static void deliver(Transport transport, MimeMessage message) throws MailNotSent {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException refused) {
            var permanent = refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0
                    && SmtpReply.of(refused) >= PERMANENT;
            throw new MailNotSent(permanent ? Kind.NEVER : Kind.LATER, "the relay refused: " + SmtpReply.of(refused), refused);
        } catch (MessagingException broken) {
            var onTheWire = broken.getCause() instanceof IOException || broken.getNextException() instanceof IOException;
            throw new MailNotSent(onTheWire ? Kind.UNSURE : Kind.LATER, broken.getClass().getSimpleName(), broken);
        }
    }

    private static MimeMessage message(Session session, Letter letter) throws MailNotSent {
        try {
            var from = new InternetAddress(session.getProperty("mail.from"), letter.senderName(), StandardCharsets.UTF_8.name());
            var message = new NamedMessage(session, letter.id() + "@" + from.getAddress().replaceFirst(".*@", ""));
            message.setFrom(from);
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.address(), true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setText(letter.body(), StandardCharsets.UTF_8.name());
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

    private Session session() throws MailNotSent {
        var known = kept;
        if (known != null) {
            return known;
        }
        try {
            Session configured = InitialContext.doLookup(SESSION);
            var properties = new Properties();
            properties.putAll(configured.getProperties());
            properties.putAll(MANNERS);
            kept = Session.getInstance(properties);
            return kept;
        } catch (NamingException unconfigured) {
            throw new MailNotSent(Kind.RELAY_AWAY, "no mail session is configured", unconfigured);
        }
    }

    /** A message that keeps the id it was given. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
