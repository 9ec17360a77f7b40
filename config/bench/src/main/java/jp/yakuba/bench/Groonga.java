package jp.yakuba.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Folders;

/** The peer: Groonga as Debian has it, a server of its own process that is asked over HTTP and keeps no answer. */
final class Groonga implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOADED_AT_ONCE = 1000;
    private static final int MOST = 20;
    private static final Pattern ROW = Pattern.compile("\\[(\\d+),\"");
    private static final List<String> PACKAGES = List.of("groonga-bin", "groonga-tokenizer-mecab");

    private final Path folder;
    private final URI address;
    private final String tokenizer;
    private Process server;

    private Groonga(Path folder, int port, String tokenizer) {
        this.folder = folder;
        this.address = URI.create("http://127.0.0.1:" + port + "/d/");
        this.tokenizer = tokenizer;
    }

    /** Opens an empty one in the folder. */
    static Groonga open(Path folder, int port, String tokenizer) throws IOException {
        var groonga = new Groonga(folder, port, tokenizer);
        try {
            groonga.begin(port);
            groonga.makeTables();
            return groonga;
        } catch (IOException | RuntimeException failed) {
            groonga.close();
            throw failed;
        }
    }

    /** Its version, as it tells it; installs it if it is not here. */
    static String version() throws IOException, InterruptedException {
        install();
        return run(List.of("groonga", "--version")).lines().findFirst().map(line -> line.replaceAll(" \\[.*", "")).orElse("");
    }

    private static void install() throws IOException, InterruptedException {
        if (isThere()) {
            return;
        }
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw new CannotOpen("The search is measured beside Groonga, which is not here. Install it first, on Debian: apt-get install "
                    + String.join(" ", PACKAGES));
        }
        System.out.println("Installing " + String.join(" ", PACKAGES));
        var command = new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
        command.addAll(PACKAGES);
        run(command);
        if (!isThere()) {
            throw new CannotOpen("Groonga could not be installed by apt-get install " + String.join(" ", PACKAGES) + ".");
        }
    }

    private static boolean isThere() throws IOException, InterruptedException {
        try {
            return !run(List.of("groonga", "--version")).isBlank();
        } catch (IOException missing) {
            return false;
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private void begin(int port) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        server = new ProcessBuilder("groonga", "-s", "--protocol", "http", "-p", Integer.toString(port), "-n",
                folder.resolve("papers.grn").toString()).redirectErrorStream(true).redirectOutput(folder.resolve("groonga.out").toFile()).start();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new CannotOpen("Groonga did not start; what it said lies in " + folder.resolve("groonga.out") + ".");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void makeTables() throws IOException {
        get("table_create?name=Papers&flags=TABLE_PAT_KEY&key_type=UInt32");
        get("column_create?table=Papers&name=title&flags=COLUMN_SCALAR&type=ShortText");
        get("column_create?table=Papers&name=body&flags=COLUMN_SCALAR&type=Text");
        get("table_create?name=Terms&flags=TABLE_PAT_KEY&key_type=ShortText&normalizer=NormalizerAuto&default_tokenizer=" + tokenizer);
        get("column_create?table=Terms&name=bodies&flags=COLUMN_INDEX%7CWITH_POSITION&type=Papers&source=body");
    }

    private boolean answers() {
        try {
            get("status");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The number of its process. */
    long pid() {
        return server.pid();
    }

    /** Takes documents in; when it returns they are found. */
    void load(List<Paper> papers) throws IOException {
        for (int from = 0; from < papers.size(); from += LOADED_AT_ONCE) {
            var part = papers.subList(from, Math.min(papers.size(), from + LOADED_AT_ONCE)).stream()
                    .map(paper -> "{\"_key\":" + paper.number() + ",\"title\":" + quoted(paper.title()) + ",\"body\":" + quoted(paper.body()) + "}")
                    .collect(Collectors.joining(",", "[", "]"));
            var connection = open("load?table=Papers");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (var out = connection.getOutputStream()) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
            }
            read(connection);
        }
    }

    /** Numbers of the latest documents that hold every word. */
    List<Integer> find(Wanted wanted) throws IOException {
        var filter = wanted.words().stream().map(word -> "body @ " + quoted(word)).collect(Collectors.joining(" && "));
        var answer = get("select?table=Papers&cache=no&output_columns=_key,title&sort_keys=-_key&limit=" + MOST + "&filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8));
        var found = new ArrayList<Integer>();
        var rows = ROW.matcher(answer);
        while (rows.find()) {
            found.add(Integer.valueOf(rows.group(1)));
        }
        return found;
    }

    /** Bytes that it uses on the disk. */
    long size() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private String get(String command) throws IOException {
        return read(open(command));
    }

    private HttpURLConnection open(String command) throws IOException {
        return (HttpURLConnection) address.resolve(command).toURL().openConnection();
    }

    private static String read(HttpURLConnection connection) throws IOException {
        boolean fine = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
        try (var in = fine ? connection.getInputStream() : connection.getErrorStream()) {
            var answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!fine || !answer.startsWith("[[0,")) {
                throw new IOException("Groonga says " + answer.substring(0, Math.min(200, answer.length())));
            }
            return answer;
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Override
    public void close() {
        if (server == null) {
            return;
        }
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
