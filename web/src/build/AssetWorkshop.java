import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;

/**
 * The workshop of the pages' files, run by the build: recolours PrimeFaces' own theme with the house's tokens, joins the
 * picked icons into one sprite, lays out the fonts for wide screens, compresses everything, and leaves a mark of the contents. Nothing it makes is committed.
 *
 * <p>Arguments: PrimeFaces jar, icons jar, folder of sources, folder of the web application, folder of classes, the unpacked
 * packages of the font of pages and of the font of codes.
 */
public class AssetWorkshop {
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();
    private static final Pattern DECLARATION = Pattern.compile("([a-z-]+):([^;{}]+)");
    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{6})\\b");
    private static final Pattern WHITE = Pattern.compile("(?i)#fff(?:fff)?\\b");
    private static final Pattern SHADE = Pattern.compile("rgb\\(\\d+(?:\\.\\d+)?, ?\\d+(?:\\.\\d+)?, ?\\d+(?:\\.\\d+)?\\)|hsl\\([^)]*\\)");
    /** The theme paints every plain input too, buttons among them; the house's tags have styles of their own. */
    private static final Pattern PLAIN_INPUTS = Pattern.compile("body select(?::\\w+)?,\\s*body input:not\\([^{]*\\{[^}]*}");
    private static final Pattern RING = Pattern.compile("0 0 0 (?:0?\\.2r?em|0?\\.2rem)");

    static {
        token("action", "2196f3");
        token("action-hover", "0d89ec");
        token("select", "e3f2fd");
        token("text", "495057", "212529", "252529");
        token("text-2", "6c757d", "607d8b");
        token("line-strong", "adb5bd");
        token("field", "ced4da");
        token("line", "dee2e6", "e9ecef");
        token("surface-2", "f8f9fa", "fafafa", "f8f8f8");
        token("err-line", "f44336", "ef5350");
        token("err", "d32f2f", "b71c1c");
        token("err-bg", "ffcdd2");
        token("ok", "689f38");
        token("ok-bg", "c8e6c9");
        token("info", "0288d1", "01579b");
        token("info-line", "03a9f4");
        token("info-bg", "b3e5fc");
        token("focus-halo", "fbc02d");
        token("note-line", "ffc107");
        token("note-bg", "ffecb3");
        token("note", "7f6003");
        token("book", "9c27b0");
    }

    public static void main(String[] args) throws Exception {
        var primefaces = Path.of(args[0]);
        var icons = Path.of(args[1]);
        var sources = Path.of(args[2]);
        var web = Path.of(args[3]);
        var classes = Path.of(args[4]);
        recolour(primefaces, web.resolve("resources/primefaces-yakuba/theme.css"));
        var assets = Files.createDirectories(web.resolve("WEB-INF/assets"));
        try (var files = Files.list(sources)) {
            for (var file : files.sorted().toList()) {
                if (file.toString().matches(".*\\.(css|js|svg|txt)") && !file.endsWith("icons.txt")) {
                    write(assets.resolve(file.getFileName().toString()), Files.readString(file));
                }
            }
        }
        write(assets.resolve("icons.svg"), sprite(icons, Files.readAllLines(sources.resolve("icons.txt"))));
        write(assets.resolve("fonts.css"), fonts(Path.of(args[5]), Path.of(args[6]), Files.createDirectories(assets.resolve("fonts"))));
        mark(assets, classes.resolve("jp/yakuba/web/shell/assets.properties"));
    }

    /** Every colour literal of the theme becomes a token; what the theme computed becomes the nearest token. */
    private static void recolour(Path jar, Path out) throws IOException {
        String theme;
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.getEntry("META-INF/resources/primefaces-saga-blue/theme.css");
            theme = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            theme = PLAIN_INPUTS.matcher(theme).replaceAll("");
        }
        write(out, DECLARATION.matcher(theme).replaceAll(found ->
                Matcher.quoteReplacement(found.group(1) + ":" + value(found.group(1), found.group(2)))));
    }

    private static String value(String property, String value) {
        if (property.startsWith("--") || property.matches("content|src|font-family")) {
            return value;
        }
        var ground = property.startsWith("background");
        var result = HEX.matcher(value).replaceAll(found -> {
            var token = TOKENS.get(found.group(1).toLowerCase());
            if (token == null) {
                return found.group();
            }
            return "var(--y-" + (property.equals("color") && token.equals("focus-halo") ? "note" : token) + ")";
        });
        var white = property.equals("color") ? "var(--y-on-action)" : "var(--y-surface)";
        result = WHITE.matcher(result).replaceAll(white);
        if (property.equals("box-shadow")) {
            return RING.matcher(result).find() ? "0 0 0 2px var(--y-focus-halo),0 0 0 6px var(--y-focus)" : result;
        }
        var shade = ground || property.startsWith("border") ? "var(--y-action-active)" : "var(--y-text)";
        return SHADE.matcher(result).replaceAll(shade);
    }

    /** One file with a symbol for each name in the list. */
    private static String sprite(Path jar, Iterable<String> names) throws IOException {
        var sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- Tabler Icons, MIT, (c) Paweł Kuna -->\n");
        try (var zip = new ZipFile(jar.toFile())) {
            for (var line : names) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var parts = line.trim().split("\\s+");
                var entry = zip.stream()
                        .filter(candidate -> candidate.getName().endsWith("/icons/outline/" + parts[1] + ".svg"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No icon named " + parts[1]));
                var svg = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                var inner = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).strip();
                sprite.append("<symbol id=\"").append(parts[0])
                        .append("\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" ")
                        .append("stroke-linecap=\"round\" stroke-linejoin=\"round\">")
                        .append(inner.replaceAll("\\s*\\n\\s*", "")).append("</symbol>\n");
            }
        }
        return sprite.append("</svg>\n").toString();
    }

    /**
     * The rules of the font of pages, each weight beside the other so that their long ranges compress as one, and of the font of
     * codes, of which only Latin letters are used. Somebody who has the font fetches nothing.
     */
    private static String fonts(Path pages, Path codes, Path folder) throws IOException {
        if (!Files.isDirectory(pages) || !Files.isDirectory(codes)) {
            return "/* built without the fonts of pages */\n";
        }
        var plain = rules(Files.readString(pages.resolve("400.css")));
        var bold = rules(Files.readString(pages.resolve("700.css")));
        var css = new StringBuilder("/* BIZ UDPGothic, BIZ UDGothic: The BIZ UDGothic Project Authors, SIL Open Font License 1.1 */\n");
        for (var rule : plain.entrySet()) {
            css.append(rule("BIZ UDPGothic", "BIZ UDPGothic", 400, take(pages, rule.getKey(), folder), rule.getValue()));
            var file = rule.getKey().replace("-400-", "-700-");
            css.append(rule("BIZ UDPGothic", "BIZ UDPGothic Bold", 700, take(pages, file, folder), bold.get(file)));
        }
        var latin = rules(Files.readString(codes.resolve("latin-400.css"))).keySet().iterator().next();
        return css.append(rule("BIZ UDGothic", "BIZ UDGothic", 400, take(codes, latin, folder), "U+20-7E")).toString();
    }

    /** Ranges of characters by the file that draws them. */
    private static Map<String, String> rules(String css) {
        var rules = new LinkedHashMap<String, String>();
        var rule = Pattern.compile("files/([^)]+\\.woff2)\\)[^}]*?(?:unicode-range:\\s*([^;}]+))?[;\\s]*}").matcher(css);
        while (rule.find()) {
            rules.put(rule.group(1), rule.group(2));
        }
        return rules;
    }

    private static String rule(String family, String local, int weight, String file, String range) {
        return "@font-face{font-family:\"%s\";font-weight:%d;font-display:swap;src:local(\"%s\"),url(fonts/%s);unicode-range:%s}\n"
                .formatted(family, weight, local, file, range);
    }

    private static String take(Path fonts, String file, Path folder) throws IOException {
        Files.copy(fonts.resolve("files").resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private static void mark(Path assets, Path out) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.list(assets)) {
            for (var file : files.sorted().toList()) {
                if (Files.isRegularFile(file) && !file.toString().endsWith(".gz")) {
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        Files.createDirectories(out.getParent());
        Files.writeString(out, "mark=" + HexFormat.of().formatHex(digest.digest(), 0, 6) + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        try (var packed = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void token(String name, String... literals) {
        for (var literal : literals) {
            TOKENS.put(literal, name);
        }
    }
}
