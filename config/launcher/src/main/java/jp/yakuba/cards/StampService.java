package jp.yakuba.cards;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Stands for a time stamp authority (時刻認証局) in a sample town: answers requests of RFC 3161 over HTTP on this machine. */
public final class StampService implements AutoCloseable {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.1");
    private static final int LARGEST_REQUEST = 20_000;

    private final Path keys;
    private final String password;
    private final int port;
    private final AtomicLong number = new AtomicLong(Instant.now().toEpochMilli());
    private HttpServer server;

    StampService(Path keys, String password, int port) {
        this.keys = keys;
        this.password = password;
        this.port = port;
    }

    /** Where it is asked. */
    public String address() {
        return "http://127.0.0.1:" + port + "/stamp";
    }

    /** Starts to listen. */
    public void start() {
        var holder = KeyFile.read(keys, password);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/stamp", exchange -> answer(exchange, holder));
            server.start();
        } catch (IOException e) {
            throw new CardsFailed("The time stamp service cannot listen on port " + port, e);
        }
    }

    /** Stops to listen, as a service that is away. */
    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private void answer(HttpExchange exchange, Authority holder) throws IOException {
        try (exchange) {
            var answer = stampOrNothing(exchange.getRequestBody().readNBytes(LARGEST_REQUEST), holder);
            if (answer.length == 0) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private byte[] stampOrNothing(byte[] request, Authority holder) {
        try {
            return stamp(request, holder);
        } catch (TSPException | GeneralSecurityException | OperatorCreationException | IOException | IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }

    private byte[] stamp(byte[] request, Authority holder)
            throws TSPException, GeneralSecurityException, OperatorCreationException, IOException {
        var tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", holder.key(), holder.certificate()),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)), POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(holder.certificate())));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(request), BigInteger.valueOf(number.incrementAndGet()), Date.from(Instant.now()))
                .getEncoded();
    }
}
