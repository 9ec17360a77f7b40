package jp.yakuba.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A {@link CommitLoad} in a process of its own, so that its clients can stand on a machine with settings of its own. */
final class DistantLoad implements AutoCloseable {
    private static final String PROGRESS = "progress";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private DistantLoad(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it behind the words that enter its machine, and waits until its clients work. */
    static DistantLoad begin(List<String> entrance, DatabasePair databases, int clients) throws IOException {
        var words = new ArrayList<>(entrance);
        words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                DistantLoad.class.getName(), Integer.toString(clients)));
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LOAD_URL", databases.url());
        builder.environment().put("LOAD_OWNER", databases.owner().getPassword());
        builder.environment().put("LOAD_APPLICATION", databases.application().getPassword());
        var load = new DistantLoad(builder.start());
        load.awaitProgress();
        return load;
    }

    /** Waits until every client has had another commit acknowledged. */
    void awaitProgress() throws IOException {
        orders.println(PROGRESS);
        mustAnswer();
    }

    /** Ends it and says what came of it. */
    CommitLoad.Outcome end() throws IOException {
        orders.println("end");
        var found = mustAnswer().split(" ");
        return new CommitLoad.Outcome(Long.parseLong(found[0]), Long.parseLong(found[1]), Long.parseLong(found[2]), Long.parseLong(found[3]),
                Long.parseLong(found[4]), Duration.ofMillis(Long.parseLong(found[5])));
    }

    private String mustAnswer() throws IOException {
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The clients ended before they were asked to");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /**
     * The process itself: answers each line of its input.
     *
     * @param arguments the number of clients
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        var load = CommitLoad.begin(source("yakuba_owner", "LOAD_OWNER"), source("yakuba_app", "LOAD_APPLICATION"), Integer.parseInt(arguments[0]));
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals(PROGRESS)) {
                load.awaitProgress(Duration.ofSeconds(120));
                System.out.println(PROGRESS);
            } else {
                var found = load.end();
                System.out.println(found.acknowledged() + " " + found.uncertain() + " " + found.lost() + " " + found.doubled() + " " + found.halved() + " "
                        + found.longestStall().toMillis());
            }
        }
        System.exit(0);
    }

    private static PGSimpleDataSource source(String role, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(System.getenv("LOAD_URL"));
        source.setUser(role);
        source.setPassword(System.getenv(password));
        return source;
    }
}
