package jp.yakuba.signature.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import jp.yakuba.signature.gateway.StampAuthority;

/** Asks the time stamp service at the address in {@code YAKUBA_TSA_URL} over HTTP (RFC 3161, 3.4). Off unless one is named. */
@ApplicationScoped
public class HttpStamps implements StampAuthority {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int LARGEST = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public boolean isOn() {
        return OfficeSetting.of("YAKUBA_TSA_URL") != null;
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        try {
            var answer = client.send(HttpRequest.newBuilder(URI.create(OfficeSetting.of("YAKUBA_TSA_URL")))
                    .timeout(ANSWER)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                    .build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new IOException("The time stamp service answered " + answer.statusCode());
                }
                return body.readNBytes(LARGEST);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the time stamp service was asked", stopped);
        } catch (IllegalArgumentException unusable) {
            throw new IOException("The address of the time stamp service cannot be used", unusable);
        }
    }
}
