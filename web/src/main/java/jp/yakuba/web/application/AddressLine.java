package jp.yakuba.web.application;

import java.util.function.UnaryOperator;

/** An answered address in one line, its postal code as people write it. */
public final class AddressLine {
    private AddressLine() {}

    /** The line; {@code part} gives the answer to {@code postal}, {@code place}, {@code lot} and {@code building}, empty for none. */
    public static String of(UnaryOperator<String> part) {
        var postal = part.apply("postal").replaceFirst("^(\\d{3})(\\d{4})$", "$1-$2");
        return ((postal.isEmpty() ? "" : "〒" + postal + " ") + part.apply("place") + part.apply("lot") + " " + part.apply("building")).strip();
    }
}
