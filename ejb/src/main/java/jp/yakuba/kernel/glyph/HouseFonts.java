package jp.yakuba.kernel.glyph;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fonts of this office: BIZ UDGothic, which came with it and knows the variants of the common sets, and a font of all
 * registered names (文字情報基盤の書体) where the machine has one. Without the second, names whose variant only that one
 * knows are drawn by their base character, and every paper says so.
 */
public final class HouseFonts {
    /** What names the file of the second font; without it, the place where Debian's package puts it is looked at. */
    public static final String SETTING = "YAKUBA_NAME_FONT";

    private static final String PROPERTY = "yakuba.name.font";
    private static final Path USUAL = Path.of("/usr/share/fonts/truetype/ipamj/ipamjm.ttf");

    private HouseFonts() {}

    /** BIZ UDGothic. */
    public static FontFile plain() {
        return Plain.FONT;
    }

    /** BIZ UDGothic, bold. */
    public static FontFile bold() {
        return Bold.FONT;
    }

    /** The font of all registered names, if this machine has one. */
    public static Optional<FontFile> ofNames() {
        return Names.FONT;
    }

    /** BIZ UDGothic as a file, for whoever embeds it. */
    public static InputStream plainFile() {
        return shipped("400Regular/BIZUDGothic_400Regular.ttf");
    }

    /** BIZ UDGothic, bold, as a file. */
    public static InputStream boldFile() {
        return shipped("700Bold/BIZUDGothic_700Bold.ttf");
    }

    private static InputStream shipped(String file) {
        return HouseFonts.class.getResourceAsStream("/jp/yakuba/kernel/font/" + file);
    }

    private static Optional<FontFile> found() {
        return Stream.of(System.getenv(SETTING), System.getProperty(PROPERTY))
                .filter(told -> told != null && !told.isBlank())
                .map(Path::of).findFirst()
                .or(() -> Optional.of(USUAL))
                .filter(Files::isReadable)
                .map(FontFile::of);
    }

    /** Each font is opened when it is first needed. */
    private static final class Plain {
        static final FontFile FONT = FontFile.of(plainFile());
    }

    private static final class Bold {
        static final FontFile FONT = FontFile.of(boldFile());
    }

    private static final class Names {
        static final Optional<FontFile> FONT = found();
    }
}
