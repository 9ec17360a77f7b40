package jp.yakuba.journeys;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import jp.yakuba.launcher.RunningOffice;

/** WildFly's management as its console uses it, with the operator account that the launcher prints. */
final class Console {
    private static final int PATIENCE = 180_000;

    private final String address;
    private final String user;
    private final String password;

    private Console(String address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    static Console of(OpenOffice office) {
        return of(office.running());
    }

    static Console of(RunningOffice office) {
        return new Console("http://localhost:" + office.settings().ports().management(), "operator",
                office.secrets().get("console.operator"));
    }

    /** The same address for somebody else. The operator's own name is not tried with wrong passwords: that would lock it. */
    Console as(String other, String guessed) {
        return new Console(address, other, guessed);
    }

    /** What a page of the listener answers: status and words. */
    Answer get(String path) {
        return ask(path, null);
    }

    /** Reads an attribute of a resource, such as {@code subsystem=transactions}. */
    String read(String resource, String attribute) {
        var result = command("{\"operation\":\"read-attribute\",\"resolve-expressions\":true,\"name\":\"" + attribute + "\"," + addressOf(resource) + "}").get("result");
        return result.toString().replace("\"", "");
    }

    /** Does something to a resource. */
    JsonObject act(String resource, String operation) {
        return command("{\"operation\":\"" + operation + "\"," + addressOf(resource) + "}");
    }

    /** Does something that the server may refuse; true if it was done. */
    boolean tries(String resource, String operation) {
        return ask("/management", "{\"operation\":\"" + operation + "\"," + addressOf(resource) + "}").status() == HttpURLConnection.HTTP_OK;
    }

    private JsonObject command(String command) {
        var answer = ask("/management", command);
        if (answer.status() != HttpURLConnection.HTTP_OK) {
            throw new AssertionError(command + " -> " + answer);
        }
        try (var reader = Json.createReader(new StringReader(answer.words()))) {
            return reader.readObject();
        }
    }

    private static String addressOf(String resource) {
        var steps = new StringBuilder();
        for (var step : resource.split("/")) {
            var parts = step.split("=", 2);
            steps.append(steps.length() == 0 ? "" : ",").append("{\"").append(parts[0]).append("\":\"").append(parts[1]).append("\"}");
        }
        return "\"address\":[" + steps + "]";
    }

    /** An answer of the listener. */
    record Answer(int status, String words) {}

    private Answer ask(String path, String command) {
        try {
            var connection = (HttpURLConnection) URI.create(address + path).toURL().openConnection();
            connection.setAuthenticator(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication(user, password.toCharArray());
                }
            });
            connection.setReadTimeout(PATIENCE);
            if (command != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                connection.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
            }
            var status = connection.getResponseCode();
            var in = status >= HttpURLConnection.HTTP_BAD_REQUEST ? connection.getErrorStream() : connection.getInputStream();
            return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
