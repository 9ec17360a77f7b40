package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.yakuba.exchange.store.WatchStore.Shown;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Sha256;

/** Remembers which certificates offices showed, each once in an hour at this node; that it cannot be written down stops nobody. */
@ApplicationScoped
public class CertificateBook {
    private static final Logger LOG = System.getLogger(CertificateBook.class.getName());
    private static final Duration ONCE_IN = Duration.ofHours(1);
    private static final int HEXADECIMAL = 16;

    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    @Inject
    private CertificateNote note;

    @Inject
    private OfficeClock clock;

    /** An office that is known here showed a believed certificate: when it called, or when it was called. */
    void saw(String peer, X509Certificate certificate, boolean calling) {
        try {
            var now = clock.now();
            var fingerprint = Sha256.hex(certificate.getEncoded());
            var key = peer + ' ' + calling + ' ' + fingerprint;
            var before = written.get(key);
            if (before != null && before.plus(ONCE_IN).isAfter(now)) {
                return;
            }
            note.write(new Shown(peer, null, calling, certificate.getSerialNumber().toString(HEXADECIMAL), fingerprint, certificate.getNotAfter().toInstant(), now));
            written.put(key, now);
        } catch (CertificateEncodingException | RuntimeException unwritten) {
            LOG.log(Level.WARNING, "The certificate of the office {0} is not written down: {1}", peer, unwritten.getClass().getSimpleName());
        }
    }
}
