package jp.yakuba.web.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.exchange.api.PeerWay;
import jp.yakuba.exchange.api.WritePeer;

/** What was typed about an office, and what it means. Digits may be wide; a megabyte is 1,048,576 bytes. */
final class PeerForm {
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024 * 1024);
    private static final int MOST_DIGITS = 40;

    private final Map<String, String[]> typed;

    PeerForm(Map<String, String[]> typed) {
        this.typed = typed;
    }

    /** The first value of a field; empty if it was not sent. */
    String of(String field) {
        var values = typed.get(field);
        return values == null || values.length == 0 ? "" : values[0];
    }

    /** The chosen values of a field. */
    Set<String> all(String field) {
        return new TreeSet<>(Arrays.asList(typed.getOrDefault(field, new String[0])));
    }

    /** What it means; a number that is none becomes one that is out of its range. */
    WritePeer words(String code) {
        return new WritePeer(code == null ? plain("code") : code, of("name").strip(), Normalizer.normalize(of("address"), Normalizer.Form.NFKC).strip(), all("services"),
                all("asked"), bytes(), number("perMinute"), way(), version());
    }

    private String plain(String field) {
        return Normalizer.normalize(of(field), Normalizer.Form.NFKC).strip();
    }

    private PeerWay way() {
        return Arrays.stream(PeerWay.values()).filter(one -> one.name().equals(of("way"))).findFirst().orElse(null);
    }

    private long bytes() {
        var text = plain("megabytes").replace(",", "");
        return text.length() <= MOST_DIGITS && text.matches("[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(text).multiply(MEGABYTE).setScale(0, RoundingMode.DOWN).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue() : -1;
    }

    private int number(String field) {
        var text = plain(field).replace(",", "");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** The version that was read; null if there was none. */
    Long version() {
        return of("version").matches("[0-9]{1,18}") ? Long.valueOf(of("version")) : null;
    }

    /** The fields of an office as they are shown to be changed. */
    static PeerForm of(PeerView peer) {
        return new PeerForm(Map.of("name", one(peer.name()), "address", one(peer.address()), "services", many(peer.services()), "asked", many(peer.asked()),
                "megabytes", one(megabytes(peer.mostBytes())), "perMinute", one(String.valueOf(peer.perMinute())), "way", one(peer.way().name())));
    }

    /** The fields of an office that is new. */
    static PeerForm blank() {
        return new PeerForm(Map.of("services", one("document"), "asked", one("document"), "megabytes", one("2048"), "perMinute", one("600"), "way", one(PeerWay.BOTH_CALL.name())));
    }

    /** The fields of an office that is new here and stands in the address book of another. */
    static PeerForm told(Map<String, String[]> line) {
        var fields = new HashMap<>(blank().typed);
        fields.put("code", line.get("told"));
        for (var field : List.of("name", "address")) {
            fields.put(field, line.getOrDefault(field, one("")));
        }
        return new PeerForm(fields);
    }

    /** Bytes in megabytes, to the last digit. */
    static String megabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(MEGABYTE).stripTrailingZeros().toPlainString();
    }

    private static String[] one(String value) {
        return new String[] {value};
    }

    private static String[] many(List<String> values) {
        return values.toArray(String[]::new);
    }
}
