package jp.yakuba.journeys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Programs of Debian that journeys need; whoever is root has them installed, others are told what to do. */
final class Packages {
    private static final int PATIENCE_MINUTES = 15;

    private Packages() {}

    /** Installs the packages unless what they bring is here; fails in one sentence if it cannot be had. */
    static void need(BooleanSupplier here, String... names) {
        if (here.getAsBoolean()) {
            return;
        }
        var wanted = String.join(" ", names);
        System.out.println("  Installing " + wanted + " with apt-get");
        run(List.of("apt-get", "update", "-q"));
        var install = new ArrayList<>(List.of("apt-get", "install", "-q", "-y", "--no-install-recommends"));
        install.addAll(List.of(names));
        run(install);
        if (!here.getAsBoolean()) {
            throw new IllegalStateException("The journeys need " + wanted + ", and this user cannot install them; run: apt-get install " + wanted);
        }
    }

    private static void run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            System.out.println("  " + command.get(0) + " cannot be run: " + notThere.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
