package jp.yakuba.jmsadapters;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import jp.yakuba.notification.gateway.Letter;
import jp.yakuba.notification.gateway.MailLine;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.gateway.MailNotSent.Kind;

/**
 * A connection to the relay, used for some letters and made again when one of them failed, for nobody knows then what the
 * relay still waits for.
 *
 * <p>It never waits for ever, and tells what failed before the words were on the wire from what nobody can know.
 */
final class SmtpLine implements MailLine {
    private static final Logger LOG = System.getLogger(SmtpLine.class.getName());
    private static final int PERMANENT = 500;
    /** Relays close a connection that goes on for ever. */
    private static final int MOST_LETTERS = 50;

    private final Configuration configuration;
    private Transport transport;
    private int letters;

    SmtpLine(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Finds how the relay is reached. */
    @FunctionalInterface
    interface Configuration {
        Session session() throws MailNotSent;
    }

    @Override
    public boolean send(Letter letter, BooleanSupplier handingOver) throws MailNotSent {
        var session = configuration.session();
        var message = LetterMessage.of(session, letter);
        connect(session);
        if (!handingOver.getAsBoolean()) {
            return false;
        }
        deliver(message);
        letters++;
        return true;
    }

    private void connect(Session session) throws MailNotSent {
        if (transport != null && letters < MOST_LETTERS && transport.isConnected()) {
            return;
        }
        close();
        try {
            transport = session.getTransport("smtp");
            var user = System.getenv("YAKUBA_SMTP_USER");
            if (user == null || user.isBlank()) {
                transport.connect();
            } else {
                transport.connect(session.getProperty("mail.smtp.host"), Integer.parseInt(session.getProperty("mail.smtp.port")),
                        user, System.getenv("YAKUBA_SMTP_PASSWORD"));
            }
        } catch (MessagingException away) {
            close();
            throw new MailNotSent(Kind.RELAY_AWAY, "the relay does not answer: " + away.getClass().getSimpleName(), away);
        }
    }

    private void deliver(LetterMessage message) throws MailNotSent {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException refused) {
            close();
            var permanent = refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0
                    && SmtpReply.of(refused) >= PERMANENT;
            throw new MailNotSent(permanent ? Kind.NEVER : Kind.LATER, "the relay refused: " + SmtpReply.of(refused), refused);
        } catch (MessagingException broken) {
            close();
            var onTheWire = broken.getCause() instanceof IOException || broken.getNextException() instanceof IOException;
            throw new MailNotSent(onTheWire ? Kind.UNSURE : Kind.LATER, broken.getClass().getSimpleName(), broken);
        }
    }

    @Override
    public void close() {
        letters = 0;
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException broken) {
            LOG.log(Level.DEBUG, "The line to the relay broke at its end: {0}", broken.getClass().getSimpleName());
        } finally {
            transport = null;
        }
    }
}
