package jp.yakuba.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.yakuba.server.CannotOpen;

/** A configuration with gaps such as {@code @me.address@}: one text for a town's machines and for trials on one machine. */
final class Template {
    private static final Pattern GAP = Pattern.compile("@([a-z][a-z0-9]*(?:\\.[a-z0-9]+)*)@");

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** The template in the file. */
    static Template in(Path file) {
        try {
            return new Template(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new CannotOpen("The template " + file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    /** The text with every gap filled; a gap without a value is refused, for an empty address would open a door to everybody. */
    String filled(Map<String, String> values) {
        var missing = new TreeSet<String>();
        var filled = GAP.matcher(text).replaceAll(gap -> {
            var value = values.get(gap.group(1));
            if (value == null) {
                missing.add(gap.group(1));
            }
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
        if (!missing.isEmpty()) {
            throw new CannotOpen("The template " + name + " needs values that were not given: " + String.join(", ", missing) + ".");
        }
        return filled;
    }

    /** Writes the filled text for its owner's eyes alone: most of these files hold passwords. */
    void write(Map<String, String> values, Path target) {
        try {
            Files.createDirectories(target.getParent());
            var draft = target.resolveSibling(target.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, filled(values));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
