package jp.yakuba.web.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;

/** Tells a file that was chosen from a file field that was left alone, which browsers send too, without a name. */
public final class Chosen {
    private Chosen() {}

    /** True if the part is a file that somebody chose; one with nothing in it is one too, for its refusal must be said. */
    public static boolean isFile(Part part) {
        var name = part.getSubmittedFileName();
        return name != null && !name.isBlank();
    }

    /** Files chosen in the fields with the name; none if the form that was sent cannot carry any. */
    public static List<Part> filesOf(HttpServletRequest request, String name) throws IOException, ServletException {
        var type = request.getContentType();
        return type == null || !type.startsWith("multipart/") ? List.of()
                : request.getParts().stream().filter(part -> name.equals(part.getName()) && isFile(part)).toList();
    }
}
