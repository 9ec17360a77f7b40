package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.model.CertificateCheck;
import jp.yakuba.account.model.CertificateKind;
import jp.yakuba.account.model.RevocationList;
import jp.yakuba.kernel.RuleViolation;
import org.jboss.logging.Logger;

/**
 * The authorities whose cards are accepted: certificates ({@code *.cer}) and revocation lists ({@code *.crl}) in the
 * folders {@code sign-in} and {@code signature} of the operator's folder of card authorities. Files that change are read
 * again; whoever has the link to the authority's repository puts fresh lists there.
 */
@ApplicationScoped
public class CardAuthorities {
    private static final Logger LOG = Logger.getLogger(CardAuthorities.class);

    private final Map<Path, Read> files = new ConcurrentHashMap<>();

    private record Read(long changed, long size, Object content) {}

    /** The check for certificates of the kind, with the lists at hand now. */
    public CertificateCheck checkOf(CertificateKind kind) {
        var folder = folder().resolve(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var certificates = new ArrayList<X509Certificate>();
        var lists = new ArrayList<RevocationList>();
        for (var file : listed(folder)) {
            var content = content(file);
            if (content instanceof X509Certificate certificate) {
                certificates.add(certificate);
            } else if (content instanceof X509CRL list) {
                lists.add(new RevocationList(list));
            }
        }
        return new CertificateCheck(kind, certificates, lists);
    }

    /** The certificate in DER; refused if it is none. */
    public X509Certificate read(byte[] der) {
        try {
            return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw new RuleViolation(AccountProblem.CARD_UNREADABLE);
        }
    }

    private static Path folder() {
        var named = System.getenv("YAKUBA_CARD_AUTHORITIES");
        var keys = System.getenv("YAKUBA_KEYS") != null ? System.getenv("YAKUBA_KEYS") : System.getProperty("yakuba.keys", "keys");
        return named != null ? Path.of(named) : Path.of(keys, "card-authorities");
    }

    private static List<Path> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".cer") || file.toString().endsWith(".crl"))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object content(Path file) {
        try {
            long changed = Files.getLastModifiedTime(file).toMillis();
            long size = Files.size(file);
            var known = files.get(file);
            if (known == null || known.changed() != changed || known.size() != size) {
                known = new Read(changed, size, parse(file));
                files.put(file, known);
            }
            return known.content();
        } catch (IOException | CertificateException | CRLException unreadable) {
            LOG.warnf("The file %s of the card authorities cannot be read: %s", file, unreadable.getMessage());
            return null;
        }
    }

    private static Object parse(Path file) throws IOException, CertificateException, CRLException {
        try (var in = Files.newInputStream(file)) {
            return file.toString().endsWith(".cer") ? factory().generateCertificate(in) : factory().generateCRL(in);
        }
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("Every Java reads X.509", e);
        }
    }
}
