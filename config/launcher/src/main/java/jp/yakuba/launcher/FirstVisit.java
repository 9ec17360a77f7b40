package jp.yakuba.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import jp.yakuba.server.CannotOpen;

/** The first visit to a portal that has just been opened: nobody is told that an office is ready which is not. */
final class FirstVisit {
    private static final int FAULT = 500;

    private FirstVisit() {}

    /** Refuses to go on if the portal does not answer or only says that something went wrong. */
    static void to(String portal, Path logs) {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var request = HttpRequest.newBuilder(URI.create(portal)).timeout(Duration.ofSeconds(60)).build();
        try {
            var status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= FAULT) {
                throw new CannotOpen("The portal answers with status " + status + "; see " + logs + ".");
            }
        } catch (IOException silent) {
            throw new CannotOpen("The portal does not answer on " + portal + ": " + silent.getMessage() + "; see " + logs + ".", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotOpen("Interrupted while the office was opening.", stopped);
        }
    }
}
