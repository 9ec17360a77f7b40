package jp.yakuba.jmsadapters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Session;
import java.util.Map;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import jp.yakuba.notification.gateway.MailLine;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.gateway.MailNotSent.Kind;
import jp.yakuba.notification.gateway.MailRelay;

/** The mail relay over SMTP: host, port and sender as the server is configured, name and password from the environment. */
@ApplicationScoped
public class SmtpRelay implements MailRelay {
    private static final String SESSION = "java:jboss/mail/Default";
    private static final Map<String, String> MANNERS = Map.of(
            "mail.smtp.connectiontimeout", "10000",
            "mail.smtp.timeout", "30000",
            "mail.smtp.writetimeout", "30000",
            "mail.smtp.quitwait", "false",
            "mail.mime.address.strict", "true");

    /** Made once: each new one searches the whole server for its providers. */
    private volatile Session kept;

    @Override
    public MailLine open() {
        return new SmtpLine(this::session);
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
}
