package jp.yakuba.exchange.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.exchange.api.CertificateLine;
import jp.yakuba.exchange.api.CertificateLine.Use;
import jp.yakuba.exchange.api.ExchangeState;
import jp.yakuba.exchange.api.ExchangeWatchDesk;
import jp.yakuba.exchange.api.RevocationLine;
import jp.yakuba.exchange.api.TrafficLine;
import jp.yakuba.exchange.api.WaitingLine;
import jp.yakuba.exchange.store.WatchStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.organization.api.OrganizationDesk;

/** Behind the watch desk: counts and dates, nothing of what letters say. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ExchangeWatchDeskBean implements ExchangeWatchDesk {
    private static final Logger LOG = System.getLogger(ExchangeWatchDeskBean.class.getName());
    private static final String WARN = "exchange.certificate-warn.days";
    private static final String USUAL_WARN = "60 30 7";
    private static final int MOST_DAYS = 92;
    private static final int HEXADECIMAL = 16;

    private WatchStore store;
    private OrganisationTrust trust;
    private OfficeSignatureDesk signatures;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected ExchangeWatchDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ExchangeWatchDeskBean(
            WatchStore store, OrganisationTrust trust, OfficeSignatureDesk signatures, OrganizationDesk organization, OfficeClock clock) {
        this.store = store;
        this.trust = trust;
        this.signatures = signatures;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.OPERATOR, Role.RECORDS_MANAGER, Role.SYSTEM})
    public List<CertificateLine> certificates() {
        var lines = new ArrayList<CertificateLine>();
        ownCertificates().forEach(own -> lines.add(line(Use.OWN_LINE, own.getSerialNumber().toString(HEXADECIMAL), fingerprint(own), own.getNotAfter().toInstant())));
        var signing = signatures.state().until();
        if (signing != null) {
            lines.add(line(Use.OWN_SIGNATURE, null, null, signing));
        }
        store.latest().forEach(shown -> lines.add(new CertificateLine(shown.calling() ? Use.CALLED_HERE : Use.WAS_CALLED, shown.peer(), shown.name(),
                shown.serial(), shown.fingerprint(), shown.until(), shown.seenAt(), daysTo(shown.until()), warning(shown.until()))));
        lines.sort(Comparator.comparing(CertificateLine::until));
        return lines;
    }

    private static List<X509Certificate> ownCertificates() {
        try {
            return OwnKeys.certificates();
        } catch (IOException | GeneralSecurityException unreadable) {
            LOG.log(Level.WARNING, "The keys of the line cannot be read: {0}", unreadable.getMessage());
            return List.of();
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException unreadable) {
            return null;
        }
    }

    private CertificateLine line(Use use, String serial, String fingerprint, Instant until) {
        return new CertificateLine(use, null, null, serial, fingerprint, until, null, daysTo(until), warning(until));
    }

    private long daysTo(Instant until) {
        return Math.floorDiv(Duration.between(clock.now(), until).toSeconds(), Duration.ofDays(1).toSeconds());
    }

    private int warning(Instant until) {
        if (!until.isAfter(clock.now())) {
            return CertificateLine.OVER;
        }
        return (int) thresholds().filter(days -> !until.isAfter(clock.now().plus(Duration.ofDays(days)))).count();
    }

    private IntStream thresholds() {
        var written = organization.findSetting(WARN, clock.today()).orElse(USUAL_WARN).strip().split("[\\s,、]+");
        boolean numbers = Arrays.stream(written).allMatch(one -> one.matches("[0-9]{1,5}")); // a slip of the pen takes no office down
        return Arrays.stream(numbers ? written : USUAL_WARN.split(" ")).mapToInt(Integer::parseInt);
    }

    @Override
    @RolesAllowed({Role.OPERATOR, Role.RECORDS_MANAGER, Role.SYSTEM})
    public List<RevocationLine> lists() {
        var now = clock.now();
        return listsAtHand().stream().map(list -> line(list, now))
                .sorted(Comparator.comparing(RevocationLine::until, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }

    /** None if the folder cannot be read: that the exchange believes nobody then is no reason to take the whole office for down. */
    private List<X509CRL> listsAtHand() {
        try {
            return trust.lists();
        } catch (UncheckedIOException unreadable) {
            LOG.log(Level.WARNING, "The folder of the exchange authorities cannot be read: {0}", unreadable.getMessage());
            return List.of();
        }
    }

    private static RevocationLine line(X509CRL list, Instant now) {
        var until = list.getNextUpdate() == null ? null : list.getNextUpdate().toInstant();
        return new RevocationLine(list.getIssuerX500Principal().getName(), list.getThisUpdate().toInstant(), until, until != null && !until.isAfter(now));
    }

    @Override
    @RolesAllowed({Role.OPERATOR, Role.RECORDS_MANAGER, Role.SYSTEM})
    public List<WaitingLine> waiting() {
        return store.waiting();
    }

    @Override
    @RolesAllowed({Role.OPERATOR, Role.RECORDS_MANAGER, Role.SYSTEM})
    public List<TrafficLine> traffic(int days) {
        var first = clock.today().minusDays(Math.max(1, Math.min(MOST_DAYS, days)) - 1L);
        return store.traffic(first.atStartOfDay(OfficeClock.ZONE).toInstant(), OfficeClock.ZONE.getId());
    }

    @Override
    @RolesAllowed({Role.OPERATOR, Role.RECORDS_MANAGER, Role.SYSTEM})
    public ExchangeState state() {
        var waiting = store.waiting();
        var certificates = certificates();
        return new ExchangeState(!waiting.isEmpty() || certificates.stream().anyMatch(line -> line.use() == Use.OWN_LINE),
                certificates.stream().filter(line -> line.warning() > 0).count(), lists().stream().filter(RevocationLine::isOver).count(),
                waiting.stream().mapToLong(WaitingLine::waiting).sum());
    }
}
