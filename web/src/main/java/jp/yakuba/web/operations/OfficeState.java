package jp.yakuba.web.operations;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.document.api.SigningState;
import jp.yakuba.document.api.VirusScanState;
import jp.yakuba.exchange.api.CertificateLine;
import jp.yakuba.exchange.api.ExchangeState;
import jp.yakuba.exchange.api.ExchangeWatchDesk;
import jp.yakuba.exchange.api.RevocationLine;
import jp.yakuba.exchange.api.TrafficLine;
import jp.yakuba.exchange.api.WaitingLine;
import jp.yakuba.house.Except;
import jp.yakuba.kernel.Role;
import jp.yakuba.messaging.api.BacklogView;
import jp.yakuba.messaging.api.MessagingDesk;
import jp.yakuba.notification.api.MailDesk;

/** Asks the desks how the office is, as the system: the management listener brings no identity, and shows only counts. */
@Stateless
@RunAs(Role.SYSTEM)
@Except("readiness asks whether the database itself answers, without waiting for a desk; no table is read")
public class OfficeState {
    private static final int PATIENCE_SECONDS = 2;

    @Inject
    private MessagingDesk messaging;

    @Inject
    private FileDesk files;

    @Inject
    private MailDesk mail;

    @Inject
    private OfficeSignatureDesk signatures;

    @Inject
    private ExchangeWatchDesk exchange;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    /** True if the database answers. Open to all in this module: only the health checks ask. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException silent) {
            return false;
        }
    }

    /** How many messages wait. Open to all in this module: only the health checks ask. */
    @PermitAll
    public BacklogView backlog() {
        return messaging.backlog();
    }

    /** How many mails wait, and how many are stranded. Open to all in this module: only the health checks ask. */
    @PermitAll
    public Mails mails() {
        return new Mails(mail.countWaiting(), mail.countStranded());
    }

    /**
     * Mail that is not with the relay.
     *
     * @param waiting to be sent
     * @param stranded not sent for good, or nobody knows
     */
    public record Mails(long waiting, long stranded) {}

    /** How the exchange with other offices is. Open to all in this module: only the health checks ask. */
    @PermitAll
    public ExchangeState exchange() {
        return exchange.state();
    }

    /** What waits between this office and others. Open to all in this module: only the metrics ask. */
    @PermitAll
    public List<WaitingLine> exchangeWaiting() {
        return exchange.waiting();
    }

    /** What went today between this office and others. Open to all in this module: only the metrics ask. */
    @PermitAll
    public List<TrafficLine> exchangeToday() {
        return exchange.traffic(1);
    }

    /** Certificates on which the exchange rests. Open to all in this module: only the metrics ask. */
    @PermitAll
    public List<CertificateLine> exchangeCertificates() {
        return exchange.certificates();
    }

    /** Revocation lists on which the exchange rests. Open to all in this module: only the metrics ask. */
    @PermitAll
    public List<RevocationLine> exchangeLists() {
        return exchange.lists();
    }

    /** Whether the office can sign. Open to all in this module: only the health checks ask. */
    @PermitAll
    public SigningState signing() {
        return signatures.state();
    }

    /** Whether files are scanned. Open to all in this module: only the health checks ask. */
    @PermitAll
    public VirusScanState virusScan() {
        return files.virusScan();
    }
}
