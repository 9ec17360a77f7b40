package jp.yakuba.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at the heap of a server while it works, as its own virtual machine tells it. */
final class HeapWatch {
    private static final Pattern USED = Pattern.compile("\\bused (\\d+)K");
    private static final int KILO = 1024;

    /** Megabytes in use when so many lines were done. */
    record Look(long done, long megabytes) {}

    private final List<Look> looks = new ArrayList<>();

    /** Looks once; a server that is just gone or coming is not looked at. */
    void look(long pid, long done) throws InterruptedException {
        try {
            var asked = new ProcessBuilder("jcmd", String.valueOf(pid), "GC.heap_info").redirectErrorStream(true).start();
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asked.waitFor();
            var used = USED.matcher(said);
            if (used.find()) {
                looks.add(new Look(done, Long.parseLong(used.group(1)) / KILO));
            }
        } catch (IOException gone) {
            looks.add(new Look(done, 0));
        }
    }

    /** The least that was in use while so many lines were done: what stays after a collection. */
    long least(long from, long until) {
        return looks.stream().filter(look -> look.done() >= from && look.done() < until && look.megabytes() > 0)
                .mapToLong(Look::megabytes).min().orElse(0);
    }

    /** The most that was in use at any time. */
    long most() {
        return looks.stream().mapToLong(Look::megabytes).max().orElse(0);
    }
}
