package jp.yakuba.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file handed out to be saved, never shown as a page, under a name in any script (RFC 6266). */
public final class Download {
    private Download() {}

    /** The value of {@code Content-Disposition} under which a browser saves what comes. */
    public static String as(String name) {
        return "attachment; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Says what the answer is and under which name it is saved. */
    public static void begin(HttpServletResponse response, String mediaType, String name) {
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", as(name));
    }

    /** The name that the page gave with the address, without what no file name holds. */
    public static String named(HttpServletRequest request) {
        var given = request.getParameter("name");
        return given == null || given.isBlank() ? "file" : given.replaceAll("[\\p{Cntrl}/\\\\]", "");
    }

    /** The same name for a file of another kind: what stands behind its last dot gives way to this ending. */
    public static String withEnding(String name, String ending) {
        return name.replaceFirst("\\.[^.]*$", "") + ending;
    }
}
