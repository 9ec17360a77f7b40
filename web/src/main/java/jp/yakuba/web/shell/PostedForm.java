package jp.yakuba.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a posted form as one text, so that it can wait for its sender to sign in again. */
public final class PostedForm {
    /** Made anew for the page on which the form is sent again. */
    private static final Set<String> NOT_KEPT = Set.of("y_token");

    /** A script that saves a draft is gone when the form is sent again; a person then sees the draft itself. */
    private static final Map<String, String> INSTEAD = Map.of("y_autosave", "y_later");

    /** Nobody keeps a password or a code, not even encrypted; they are typed again. */
    private static final Set<String> SECRET = Set.of("/account-password", "/account-second-factor");

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final int LONGEST = 900_000;
    private static final long LONGEST_WITH_FILES = 110_100_480;

    /** One field of a form. */
    public record Field(String name, String value) {
        public String getName() {
            return name;
        }

        public String getValue() {
            return value;
        }
    }

    private PostedForm() {}

    /** True for forms sent by a page of ours that are not too long; of files in them only the names were ever typed. */
    public static boolean isParkable(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || SECRET.contains(request.getRequestURI()) || "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            return false;
        }
        return type.startsWith(URL_ENCODED) && request.getContentLengthLong() <= LONGEST
                || type.startsWith(MULTIPART) && request.getContentLengthLong() <= LONGEST_WITH_FILES;
    }

    /** The fields of the request, URL-encoded. */
    public static String encode(HttpServletRequest request) {
        var parts = new ArrayList<String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_KEPT.contains(name)) {
                for (var value : values) {
                    parts.add(URLEncoder.encode(INSTEAD.getOrDefault(name, name), StandardCharsets.UTF_8) + "="
                            + URLEncoder.encode(value, StandardCharsets.UTF_8));
                }
            }
        });
        return String.join("&", parts);
    }

    /** The fields of a text that {@link #encode} made. */
    public static List<Field> decode(String body) {
        var fields = new ArrayList<Field>();
        for (var part : body.split("&")) {
            int at = part.indexOf('=');
            if (at > 0) {
                fields.add(new Field(URLDecoder.decode(part.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8)));
            }
        }
        return fields;
    }
}
