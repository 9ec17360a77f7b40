package jp.yakuba.signature.service;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Whom the office trusts for signatures and time stamps: certificates ({@code *.cer}) and revocation lists ({@code *.crl}) anywhere
 * below the folder named by {@code YAKUBA_SIGNING_AUTHORITIES}. Whoever has the link to an authority's repository puts fresh lists
 * there; nothing is fetched while somebody waits.
 */
@ApplicationScoped
public class SigningTrust {
    private static final Logger LOG = System.getLogger(SigningTrust.class.getName());
    private static final int DEPTH = 3;
    /** What could not be read may be there whole by then. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Path folder;
    private volatile Read last = new Read(List.of(), new Trust(List.of(), List.of()), false, 0);

    /** A file as it lay there; whoever puts another in its place changes one of these. */
    private record Seen(Path file, FileTime changed, long size) {}

    private record Read(List<Seen> files, Trust trust, boolean part, long at) {
        /** True while it says what lies in the files. */
        boolean isOf(List<Seen> found) {
            return files.equals(found) && (!part || System.nanoTime() - at < AGAIN.toNanos());
        }
    }

    /** For the container and tests: the folder that the operator named. */
    public SigningTrust() {
        this(null);
    }

    /** What lies in the folder, whatever the operator named. */
    SigningTrust(Path folder) {
        this.folder = folder;
    }

    /** What lies in the folder now. */
    record Trust(List<X509Certificate> authorities, List<X509CRL> lists) {
        /** Asks nobody outside: the folder is all there is. */
        CertificateVerifier verifier() {
            var trusted = new CommonTrustedCertificateSource();
            authorities.forEach(authority -> trusted.addCertificate(new CertificateToken(authority)));
            var verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(trusted);
            verifier.setCrlSource(new KeptLists(lists));
            verifier.setOcspSource(null);
            verifier.setAIASource(null);
            verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert()); // a list is issued once a day, a letter now
            verifier.setAlertOnUncoveredPOE(new SilentOnStatusAlert());
            return verifier;
        }

        /** True if a list of its issuer names the certificate. */
        boolean revoked(X509Certificate certificate, Instant at) {
            return lists.stream()
                    .filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()) && isSigned(list))
                    .map(list -> list.getRevokedCertificate(certificate))
                    .anyMatch(entry -> entry != null && !entry.getRevocationDate().toInstant().isAfter(at));
        }

        private boolean isSigned(X509CRL list) {
            return authorities.stream().filter(authority -> authority.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                    .anyMatch(authority -> verifies(list, authority));
        }

        private static boolean verifies(X509CRL list, X509Certificate authority) {
            try {
                list.verify(authority.getPublicKey());
                return true;
            } catch (GeneralSecurityException foreign) {
                return false;
            }
        }
    }

    /** What lies in the folder; its files are read again only when one of them has changed, or could not be read. */
    Trust now() {
        var files = files();
        var known = last;
        if (!known.isOf(files)) {
            known = read(files);
            last = known;
        }
        return known.trust();
    }

    private static Read read(List<Seen> files) {
        boolean part = false;
        var authorities = new ArrayList<X509Certificate>();
        var lists = new ArrayList<X509CRL>();
        for (var seen : files) {
            var file = seen.file();
            try (var in = Files.newInputStream(file)) {
                if (file.toString().endsWith(".cer")) {
                    authorities.add((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
                } else {
                    lists.add((X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in));
                }
            } catch (IOException | GeneralSecurityException unreadable) {
                part = true;
                LOG.log(Level.WARNING, "The file {0} of the signing authorities cannot be read: {1}", file, unreadable.getMessage());
            }
        }
        return new Read(files, new Trust(List.copyOf(authorities), List.copyOf(lists)), part, System.nanoTime());
    }

    private Path folder() {
        var named = OfficeSetting.of("YAKUBA_SIGNING_AUTHORITIES");
        return folder != null || named == null ? folder : Path.of(named);
    }

    private List<Seen> files() {
        var from = folder();
        if (from == null || !Files.isDirectory(from)) {
            return List.of();
        }
        var found = new ArrayList<Seen>();
        try {
            Files.walkFileTree(from, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes shape) {
                    if (file.toString().endsWith(".cer") || file.toString().endsWith(".crl")) {
                        found.add(new Seen(file, shape.lastModifiedTime(), shape.size()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException refused) {
                    LOG.log(Level.WARNING, "The part {0} of the signing authorities cannot be read: {1}", file, refused.getMessage());
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return found.stream().sorted(Comparator.comparing(Seen::file)).toList();
    }
}
