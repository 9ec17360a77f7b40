package jp.yakuba.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jp.yakuba.cards.CardsFailed;
import jp.yakuba.server.CannotOpen;

/** The program behind {@code mvn -Prun}: opens the whole office on this machine, or two of them, and closes them at Ctrl-C. */
public final class OpenOffice {
    private static final int REFUSED = 1;

    private OpenOffice() {}

    /**
     * Opens the office and stays until it is told to stop.
     *
     * @param arguments the folder of the project
     */
    public static void main(String[] arguments) throws InterruptedException {
        var opening = new Opening(OpenOffice::say);
        try {
            var settings = OfficeSettings.all(Path.of(arguments.length > 0 ? arguments[0] : "."), System.getProperties());
            open(settings, opening);
        } catch (CannotOpen | CardsFailed reason) {
            refuse(opening, reason.getMessage());
        }
    }

    private static void open(List<OfficeSettings> settings, Opening opening) throws InterruptedException {
        var end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(opening::close, "close-the-office"));
        try {
            opening.open(settings);
        } catch (CannotOpen | CardsFailed known) {
            throw known;
        } catch (RuntimeException surprise) {
            throw new CannotOpen("The office cannot open: " + essence(surprise) + "; all of it is in " + kept(settings.get(0), surprise)
                    + ".", surprise);
        }
        if (!opening.isClosing()) {
            new Welcome(opening.offices()).print(System.out);
        }
        end.await();
    }

    /** The reason, as the last line; nobody who pressed Ctrl-C asks for one. */
    private static void refuse(Opening opening, String sentence) {
        if (!opening.isClosing()) {
            System.err.println();
            System.err.println(sentence);
        }
        System.exit(REFUSED);
    }

    private static String essence(RuntimeException surprise) {
        var said = surprise.getMessage() == null ? surprise.getClass().getSimpleName() : surprise.getMessage();
        return said.strip().lines().findFirst().orElse("no reason given").replaceFirst("[.:;]+$", "");
    }

    private static Path kept(OfficeSettings settings, RuntimeException surprise) {
        var file = settings.home().resolve("logs/launcher.log");
        try {
            Files.createDirectories(file.getParent());
            try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
                surprise.printStackTrace(out);
            }
        } catch (IOException nowhereToWrite) {
            surprise.printStackTrace();
        }
        return file;
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
