package jp.yakuba.web.shell;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;

/** Small manners of pages that take a plain form themselves. */
public final class Pages {
    private static final int LAST = 100_000;

    private Pages() {}

    /** True if a form was sent. */
    public static boolean isPost(HttpServletRequest request) {
        return "POST".equals(request.getMethod());
    }

    /** Ends this request by sending the browser to another page. */
    public static void goTo(String path) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(path);
        faces.responseComplete();
    }

    /** A page number as far as any list goes, whatever the address says. */
    public static int number(int asked) {
        return Math.max(0, Math.min(LAST, asked));
    }

    /** The id that an address must carry; there is no such page without. */
    public static UUID named(UUID id) {
        if (id == null) {
            throw new NotFound();
        }
        return id;
    }

    /** The id in the address; there is no such page if it is none. */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }
}
