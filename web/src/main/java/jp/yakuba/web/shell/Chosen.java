package jp.yakuba.web.shell;

import jakarta.servlet.http.Part;

/** Tells a file that was chosen from a file field that was left alone, which browsers send too, without a name. */
public final class Chosen {
    private Chosen() {}

    /** True if the part is a file that somebody chose; one with nothing in it is one too, for its refusal must be said. */
    public static boolean isFile(Part part) {
        var name = part.getSubmittedFileName();
        return name != null && !name.isBlank();
    }
}
