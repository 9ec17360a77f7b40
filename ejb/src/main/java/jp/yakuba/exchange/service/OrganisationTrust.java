package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.yakuba.exchange.model.OrganisationName;
import jp.yakuba.kernel.OfficeClock;

/**
 * Whose certificates of organisations this office believes at the line: those of authorities ({@code *.cer}) anywhere below the folder
 * named by {@code YAKUBA_EXCHANGE_AUTHORITIES}, judged by the revocation lists ({@code *.crl}) there. Files that change are read again;
 * nothing is fetched while somebody waits.
 */
@ApplicationScoped
public class OrganisationTrust {
    private static final System.Logger LOG = System.getLogger(OrganisationTrust.class.getName());
    private static final int DEPTH = 3;
    private static final int LEAST_RSA_BITS = 2048;

    private final Map<Path, Read> files = new ConcurrentHashMap<>();

    @Inject
    private OfficeClock clock;

    private record Read(long changed, long size, Object content) {}

    /** The code of the office that the certificate names; empty if it is not valid now or names none. */
    public Optional<String> officeOf(List<X509Certificate> shown) {
        if (shown.isEmpty() || !isStrong(shown.get(0)) || !isBelieved(shown)) {
            return Optional.empty();
        }
        return OrganisationName.of(shown.get(0)).map(OrganisationName::code);
    }

    private static boolean isStrong(X509Certificate certificate) {
        return !(certificate.getPublicKey() instanceof java.security.interfaces.RSAPublicKey key)
                || key.getModulus().bitLength() >= LEAST_RSA_BITS;
    }

    private boolean isBelieved(List<X509Certificate> shown) {
        var contents = contents();
        var anchors = new HashSet<TrustAnchor>();
        contents.stream().filter(X509Certificate.class::isInstance).map(X509Certificate.class::cast)
                .forEach(authority -> anchors.add(new TrustAnchor(authority, null)));
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            var builder = CertPathBuilder.getInstance("PKIX");
            var wanted = new X509CertSelector();
            wanted.setCertificate(shown.get(0));
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.setDate(Date.from(clock.now()));
            parameters.addCertStore(store(shown));
            parameters.addCertStore(store(contents.stream().filter(X509CRL.class::isInstance).toList()));
            var revocation = (PKIXRevocationChecker) builder.getRevocationChecker();
            revocation.setOptions(EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK));
            parameters.addCertPathChecker(revocation);
            builder.build(parameters);
            return true;
        } catch (GeneralSecurityException notBelieved) {
            LOG.log(System.Logger.Level.INFO, "A certificate of an organisation is not believed: {0}", notBelieved.getMessage());
            return false;
        }
    }

    private static CertStore store(Collection<?> content) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(content));
    }

    private List<Object> contents() {
        var named = ExchangeSetting.of("YAKUBA_EXCHANGE_AUTHORITIES");
        if (named == null || !Files.isDirectory(Path.of(named))) {
            return List.of();
        }
        var contents = new ArrayList<Object>();
        try (Stream<Path> found = Files.walk(Path.of(named), DEPTH)) {
            found.filter(file -> file.toString().endsWith(".cer") || file.toString().endsWith(".crl")).sorted()
                    .forEach(file -> content(file).ifPresent(contents::add));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return contents;
    }

    private Optional<Object> content(Path file) {
        try {
            long changed = Files.getLastModifiedTime(file).toMillis();
            long size = Files.size(file);
            var known = files.get(file);
            if (known == null || known.changed() != changed || known.size() != size) {
                known = new Read(changed, size, parse(file));
                files.put(file, known);
            }
            return Optional.of(known.content());
        } catch (IOException | GeneralSecurityException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "The file {0} of the exchange authorities cannot be read: {1}", file, unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static Object parse(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            var factory = CertificateFactory.getInstance("X.509");
            return file.toString().endsWith(".cer") ? factory.generateCertificate(in) : factory.generateCRL(in);
        }
    }

    /** True if an authority at hand has signed a certificate of the chain. */
    boolean knowsAuthorityOf(List<X509Certificate> chain) {
        return authorities().stream().map(X509Certificate.class::cast).anyMatch(authority -> chain.stream().anyMatch(one -> isSignedBy(one, authority)));
    }

    private static boolean isSignedBy(X509Certificate one, X509Certificate authority) {
        try {
            one.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    /** The revocation lists at hand. */
    List<X509CRL> lists() {
        return contents().stream().filter(X509CRL.class::isInstance).map(X509CRL.class::cast).toList();
    }

    /** The certificates of authorities that are believed now. */
    Set<Certificate> authorities() {
        var authorities = new HashSet<Certificate>();
        contents().stream().filter(X509Certificate.class::isInstance).map(X509Certificate.class::cast).forEach(authorities::add);
        return authorities;
    }
}
