package jp.yakuba.document.service.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import jp.yakuba.document.api.SignatureProblem;
import jp.yakuba.document.gateway.StampAuthority;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Gets time stamps from the service outside, each asked with a number of its own; an answer that is not to the question is refused. */
final class StampSource implements TSPSource {
    private static final long serialVersionUID = 1L;
    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient StampAuthority authority;
    private Instant until;

    StampSource(StampAuthority authority) {
        this.authority = authority;
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
                throw new StampFailed(SignatureProblem.STAMPS_REFUSED, new TSPException("status " + answer.getStatus()));
            }
            until = end(answer.getTimeStampToken());
            return new TimestampBinary(answer.getTimeStampToken().getEncoded());
        } catch (TSPException | IOException unusable) {
            throw new StampFailed(SignatureProblem.STAMPS_REFUSED, unusable);
        }
    }

    /** End of the certificate behind the latest time stamp it got; null before. */
    Instant until() {
        return until;
    }

    private static Instant end(TimeStampToken token) {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> behind = token.getCertificates().getMatches(token.getSID());
        return behind.stream()
                .map(holder -> holder.getNotAfter().toInstant())
                .findFirst()
                .orElseThrow(() -> new StampFailed(SignatureProblem.STAMPS_REFUSED, new TSPException("no certificate in the answer")));
    }

    private byte[] asked(byte[] request) {
        try {
            return authority.answer(request);
        } catch (IOException silent) {
            throw new StampFailed(SignatureProblem.STAMPS_AWAY, silent);
        }
    }
}
