package jp.yakuba.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.kernel.glyph.FontFile;
import jp.yakuba.kernel.glyph.HouseFonts;

/** The address of the pages' own files: it carries a mark made from their contents by the build. */
final class Assets {
    /** Beginning of every file's address, such as {@code /assets/1f3a9c}. */
    static final String PREFIX = "/assets/" + mark();

    /** Address of the letters of rare names: it changes with the fonts of this machine. */
    static final String NAMES = "/assets/names/1-" + Stream.concat(Stream.of(HouseFonts.plain()), HouseFonts.ofNames().stream())
            .map(FontFile::mark).collect(Collectors.joining("-")) + "/names.css";

    private Assets() {}

    private static String mark() {
        try (InputStream in = Assets.class.getResourceAsStream("/jp/yakuba/web/shell/assets.properties")) {
            if (in == null) {
                throw new IllegalStateException("The build left no mark of the assets");
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("mark");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
