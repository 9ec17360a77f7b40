package jp.yakuba.web.office;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.UUID;

/**
 * The words by which a member of staff has looked for people and records, kept with the session under a sign without meaning. The address of a
 * page holds the sign: no name comes into the history of a browser, a log of requests or a link that is sent on.
 */
@SessionScoped
public class AskedWords implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private final LinkedHashMap<String, String> asked = new LinkedHashMap<>();

    /** Keeps the words; null and blank words need no sign. */
    public synchronized String keep(String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        var sign = UUID.randomUUID().toString();
        asked.put(sign, words.strip().substring(0, Math.min(LONGEST, words.strip().length())));
        if (asked.size() > MOST) {
            asked.remove(asked.keySet().iterator().next());
        }
        return sign;
    }

    /** The words behind the sign; null for a sign of another session or of long ago. */
    public synchronized String of(String sign) {
        return sign == null ? null : asked.get(sign);
    }
}
