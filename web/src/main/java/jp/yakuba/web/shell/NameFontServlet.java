package jp.yakuba.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Hands out the letters of rare names for good: {@code names.css} tells a browser of the slices, and the slices are cut from the
 * office's fonts when they are first asked for. Which characters a slice holds tells nobody's name.
 */
@WebServlet("/assets/names/*")
public class NameFontServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** What was cut, as long as there is room for it. */
    private final transient Map<String, SoftReference<byte[]>> cut = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        var file = name.equals("names.css") || Drawn.slicesOf(name) != null ? kept(name) : null;
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(name.endsWith(".css") ? "text/css; charset=UTF-8" : "font/ttf");
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    private byte[] kept(String name) {
        var known = cut.get(name);
        var file = known == null ? null : known.get();
        if (file == null) {
            file = packed(name.equals("names.css") ? Drawn.rules() : Drawn.slicesOf(name).bytes(Drawn.bare(name)));
            cut.put(name, new SoftReference<>(file));
        }
        return file;
    }

    private static byte[] packed(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 2);
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The slices of this machine's fonts, made when the first page asks for them. */
    private static final class Drawn {
        private static final NameSlices VARIANTS = NameSlices.ofVariants();
        private static final NameSlices NAMES = NameSlices.ofNames();

        static byte[] rules() {
            return all().map(NameSlices::rules)
                    .collect(Collectors.joining("", "/* Whose letters, and on which terms: " + Assets.PREFIX + "/names.txt */\n", ""))
                    .getBytes(StandardCharsets.UTF_8);
        }

        static NameSlices slicesOf(String name) {
            return name.endsWith(".ttf") ? all().filter(slices -> slices.has(bare(name))).findFirst().orElse(null) : null;
        }

        static String bare(String name) {
            return name.substring(0, name.lastIndexOf('.'));
        }

        private static Stream<NameSlices> all() {
            return Stream.of(VARIANTS, NAMES).filter(Objects::nonNull);
        }
    }
}
