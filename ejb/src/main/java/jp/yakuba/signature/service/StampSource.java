package jp.yakuba.signature.service;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import jp.yakuba.signature.api.ProofFailed;
import jp.yakuba.signature.api.ProofFault;
import jp.yakuba.signature.gateway.StampAuthority;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/**
 * Gets time stamps from the service outside, each asked with a number of its own. An answer that is not to the question is refused, and one
 * that no authority at hand stands behind: whoever sits on the way to the service could give any time.
 */
final class StampSource implements TSPSource {
    private static final long serialVersionUID = 1L;
    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient StampAuthority authority;
    private final transient List<X509Certificate> trusted;
    private Instant until;

    /**
     * Asks a service.
     *
     * @param trusted authorities of whom one must stand behind each answer
     */
    StampSource(StampAuthority authority, List<X509Certificate> trusted) {
        this.authority = authority;
        this.trusted = List.copyOf(trusted);
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        try {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            var request = generator.generate(new ASN1ObjectIdentifier(algorithm.getOid()), digest, new BigInteger(NONCE_BITS, RANDOM));
            var answer = new TimeStampResponse(asked(request.getEncoded()));
            answer.validate(request);
            if (answer.getTimeStampToken() == null) {
                throw new ProofFailed(ProofFault.STAMPS_REFUSED, new TSPException("status " + answer.getStatus()));
            }
            var signer = signer(answer.getTimeStampToken());
            requireKnown(answer.getTimeStampToken(), signer);
            until = signer.getNotAfter().toInstant();
            return new TimestampBinary(answer.getTimeStampToken().getEncoded());
        } catch (TSPException | IOException unusable) {
            throw new ProofFailed(ProofFault.STAMPS_REFUSED, unusable);
        }
    }

    /** End of the certificate behind the latest time stamp it got; null before. */
    Instant until() {
        return until;
    }

    @SuppressWarnings("unchecked")
    private static X509CertificateHolder signer(TimeStampToken token) {
        Collection<X509CertificateHolder> behind = certificates(token, token.getSID());
        return behind.stream().findFirst()
                .orElseThrow(() -> new ProofFailed(ProofFault.STAMPS_REFUSED, new TSPException("no certificate in the answer")));
    }

    @SuppressWarnings("unchecked")
    private static Collection<X509CertificateHolder> certificates(TimeStampToken token, Selector<X509CertificateHolder> which) {
        return token.getCertificates().getMatches(which);
    }

    /** The answer is signed with its certificate, and that leads to an authority at hand as of the time it gives. */
    private void requireKnown(TimeStampToken token, X509CertificateHolder signer) throws TSPException {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            var beside = new ArrayList<X509Certificate>();
            for (var holder : certificates(token, null)) {
                beside.add(new JcaX509CertificateConverter().getCertificate(holder));
            }
            var wanted = new X509CertSelector();
            wanted.setCertificate(new JcaX509CertificateConverter().getCertificate(signer));
            var path = new PKIXBuilderParameters(
                    trusted.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()), wanted);
            path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(beside)));
            path.setDate(token.getTimeStampInfo().getGenTime());
            path.setRevocationEnabled(false); // lists are asked where a proof for keeping is made
            CertPathBuilder.getInstance("PKIX").build(path);
        } catch (GeneralSecurityException | OperatorCreationException unknown) {
            throw new ProofFailed(ProofFault.STAMPS_UNKNOWN, unknown);
        }
    }

    private byte[] asked(byte[] request) {
        try {
            return authority.answer(request);
        } catch (IOException silent) {
            throw new ProofFailed(ProofFault.STAMPS_AWAY, silent);
        }
    }
}
