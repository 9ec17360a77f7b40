package jp.yakuba.signature.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import jp.yakuba.signature.gateway.StampAuthority;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An invented time stamp service for tests: answers in the same machine, or over HTTP at a free port. */
public final class TestStamps implements StampAuthority, AutoCloseable {
    private final TestIssuer.Holder holder;
    private final AtomicInteger number = new AtomicInteger();
    private ServerSocket door;
    private volatile boolean away;
    private volatile Duration ahead = Duration.ZERO;

    TestStamps(TestIssuer.Holder holder) {
        this.holder = holder;
    }

    /** Answers nobody from now on, or everybody again. */
    public void setAway(boolean away) {
        this.away = away;
    }

    /** Gives times that lie so far ahead. */
    public void setAhead(Duration ahead) {
        this.ahead = ahead;
    }

    /** How many stamps it gave. */
    public int given() {
        return number.get();
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        if (away) {
            throw new IOException("away");
        }
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .build("SHA256withRSA", holder.keys().getPrivate(), holder.certificate()),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)), new ASN1ObjectIdentifier("1.2.392.99999.1"));
            tokens.addCertificates(new JcaCertStore(List.of(holder.certificate())));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), BigInteger.valueOf(number.incrementAndGet()), Date.from(Instant.now().plus(ahead))).getEncoded();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Listens at a free port; returns its address. */
    String listen() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "test-stamps");
        thread.setDaemon(true);
        thread.start();
        return "http://127.0.0.1:" + door.getLocalPort() + "/";
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var guest = door.accept()) {
                serve(guest);
            } catch (IOException gone) {
                // closed, or a guest that went away
            }
        }
    }

    private void serve(Socket guest) throws IOException {
        var in = guest.getInputStream();
        int length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        if (away) {
            return;
        }
        var answer = answer(in.readNBytes(length));
        guest.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\nConnection: close\r\nContent-Length: "
                + answer.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        guest.getOutputStream().write(answer);
        guest.getOutputStream().flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.write(one);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        if (door != null) {
            door.close();
        }
    }
}
