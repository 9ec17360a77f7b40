package jp.yakuba.launcher;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import jp.yakuba.cards.CardsFailed;
import jp.yakuba.server.CannotOpen;

/** The program behind {@code mvn -Prun}: opens the whole office on this machine and closes it at Ctrl-C. */
public final class OpenOffice {
    private OpenOffice() {}

    /**
     * Opens the office and stays until it is told to stop.
     *
     * @param arguments the folder of the project
     */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            open(Path.of(arguments.length > 0 ? arguments[0] : "."));
        } catch (CannotOpen | CardsFailed reason) {
            System.err.println();
            System.err.println(reason.getMessage());
            System.exit(1);
        }
    }

    private static void open(Path root) throws InterruptedException {
        var settings = OfficeSettings.from(root, System.getProperties());
        var end = new CountDownLatch(1);
        var opening = new Opening();
        Runtime.getRuntime().addShutdownHook(new Thread(opening::close, "close-the-office"));
        opening.open(settings, OpenOffice::say);
        new Welcome(settings, opening.office()).print(System.out);
        end.await();
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
