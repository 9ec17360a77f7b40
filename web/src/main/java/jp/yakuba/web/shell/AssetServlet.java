package jp.yakuba.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Hands out the pages' own files, for good and already compressed: their address changes when they do. */
@WebServlet(value = "/assets/*", loadOnStartup = 2)
public class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=UTF-8",
            "js", "text/javascript; charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "png", "image/png",
            "txt", "text/plain; charset=UTF-8");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var slash = path == null ? -1 : path.indexOf('/', 1);
        var name = slash < 0 ? null : path.substring(slash + 1);
        var type = name == null || name.contains("..") ? null : TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var file = "/WEB-INF/assets/" + name;
        var accepts = request.getHeader("Accept-Encoding");
        var packed = accepts != null && accepts.contains("gzip") && getServletContext().getResource(file + ".gz") != null;
        try (var in = getServletContext().getResourceAsStream(packed ? file + ".gz" : file)) {
            if (in == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(type);
            response.setHeader("Vary", "Accept-Encoding");
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            if (packed) {
                response.setHeader("Content-Encoding", "gzip");
            }
            in.transferTo(response.getOutputStream());
        }
    }
}
