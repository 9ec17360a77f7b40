package jp.yakuba.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jp.yakuba.launcher.OfficeClient.CannotContinue;

/**
 * The command that has a running office take documents of an earlier system over, and shows how far it is. It signs in at the pages
 * of the office as a records manager, so it may do what that person may and leaves the same traces.
 */
public final class ImportDocuments {
    private static final Pattern PROGRESS = Pattern.compile("<div id=\"progress\"[^>]*>");
    private static final int CANNOT = 2;
    private static final int BETWEEN_LOOKS = 2;

    private final OfficeClient office;
    private String said = "";

    private ImportDocuments(OfficeClient office) {
        this.office = office;
    }

    /** Orders the import and follows it; ends with 0 if every line was taken, 1 if lines have faults, 2 if it cannot go on. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var words = List.of(arguments);
        if (words.size() < 3) {
            System.err.println("Usage: ImportDocuments <address of the office> <folder or archive> <name of the earlier system> [--check]");
            System.exit(CANNOT);
        }
        try {
            var office = new OfficeClient(URI.create(words.get(0)));
            office.signIn(given("YAKUBA_STAFF"), given("YAKUBA_STAFF_PASSWORD"));
            System.exit(new ImportDocuments(office).run(words.get(1), words.get(2), words.contains("--check")));
        } catch (CannotContinue reason) {
            System.err.println(reason.getMessage());
            System.exit(CANNOT);
        }
    }

    private static String given(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new CannotContinue("Set " + name + ".");
        }
        return value;
    }

    private int run(String source, String origin, boolean onlyCheck) throws IOException, InterruptedException {
        var fields = OfficeClient.fields(office.page("/office/imports"), "order");
        fields.remove(onlyCheck ? "y_take" : "y_check");
        fields.put("source", source);
        fields.put("origin", origin);
        var address = office.send("/office/imports", fields);
        if (address == null) {
            throw new CannotContinue("The office does not take " + source + ": look at its page /office/imports.");
        }
        var page = URI.create(address);
        return follow(source, page.getPath() + "?" + page.getQuery(), page.getQuery().replaceAll(".*id=", ""));
    }

    private int follow(String source, String page, String id) throws IOException, InterruptedException {
        var progress = look(page);
        while (says(progress, "y-follow").equals("on")) {
            TimeUnit.SECONDS.sleep(BETWEEN_LOOKS);
            progress = look(page);
        }
        boolean faulty = !says(progress, "faulty").equals("0");
        if (faulty) {
            var faults = Path.of(Path.of(source).getFileName() + "-faults.csv");
            office.keep("/office/import-faults.csv?id=" + id, faults);
            System.out.println("The faults are in " + faults.toAbsolutePath());
        }
        if (!says(progress, "state").equals("DONE")) {
            System.err.println("It cannot go on: " + says(progress, "problem"));
            return CANNOT;
        }
        return faulty ? 1 : 0;
    }

    private String look(String page) throws IOException, InterruptedException {
        var found = PROGRESS.matcher(office.page(page));
        if (!found.find()) {
            throw new CannotContinue("The office shows no progress of the import.");
        }
        var progress = found.group();
        var words = "%s: %s of %s lines; taken %s, there already %s, with faults %s".formatted(says(progress, "state"),
                says(progress, "done"), says(progress, "total"), says(progress, "taken"), says(progress, "there"), says(progress, "faulty"));
        if (!words.equals(said)) {
            System.out.println(words);
            said = words;
        }
        return progress;
    }

    private static String says(String progress, String name) {
        var found = Pattern.compile("\\bdata-" + name + "=\"([^\"]*)\"").matcher(progress);
        return found.find() ? found.group(1) : "";
    }
}
