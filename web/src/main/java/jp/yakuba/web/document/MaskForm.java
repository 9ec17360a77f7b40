package jp.yakuba.web.document;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.DrawMask;
import jp.yakuba.document.api.MaskGround;
import jp.yakuba.document.api.MaskView;
import jp.yakuba.web.shell.Pages;

/** What is typed about a mask, kept as typed until it can be read. */
public class MaskForm {
    private static final List<String> NUMBERS = List.of("left", "top", "width", "height");
    private static final String NUMBER = "-?[0-9]{1,6}([.][0-9]{1,4})?";

    private final HttpServletRequest request;
    private final Map<String, String> suggested = new HashMap<>();

    MaskForm(HttpServletRequest request) {
        this.request = request;
    }

    /** Fills what nobody has typed with what the mask says. */
    void suggest(MaskView mask) {
        var place = mask.place();
        suggested.putAll(Map.of("left", plain(place.fromLeft()), "top", plain(place.fromTop()), "width", plain(place.width()),
                "height", plain(place.height()), "ground", mask.ground().name(), "reason", mask.reason()));
    }

    private static String plain(double points) {
        return BigDecimal.valueOf(points).stripTrailingZeros().toPlainString();
    }

    /** The field as it came with the address or the form. */
    String given(String field) {
        var typed = request.getParameter(field);
        return typed == null ? "" : typed.strip();
    }

    /** True if it came. */
    boolean has(String field) {
        return request.getParameter(field) != null;
    }

    /** The field as typed, or as it is kept while nothing is. */
    public String of(String field) {
        return Pages.isPost(request) && request.getParameter(field) != null ? given(field) : suggested.getOrDefault(field, "");
    }

    /** The mask that is drawn anew; empty for a new one. */
    public String getMask() {
        return suggested.isEmpty() ? "" : given("mask");
    }

    UUID mask() {
        return given("mask").isEmpty() ? null : Pages.id(given("mask"));
    }

    int page() {
        return given("page").matches("[0-9]{1,6}") ? Integer.parseInt(given("page")) : 1;
    }

    long version() {
        return given("version").matches("[0-9]{1,18}") ? Long.parseLong(given("version")) : -1;
    }

    MaskGround ground() {
        return Stream.of(MaskGround.values()).filter(one -> one.name().equals(given("ground"))).findFirst().orElse(null);
    }

    /** Fields without which there is no mask. */
    List<String> missing() {
        return Stream.of("left", "top", "width", "height", "ground", "reason").filter(this::isMissing).toList();
    }

    private boolean isMissing(String field) {
        return NUMBERS.contains(field) ? !number(field).matches(NUMBER) : "ground".equals(field) ? ground() == null : given(field).isEmpty();
    }

    private String number(String field) {
        return Normalizer.normalize(given(field), Normalizer.Form.NFKC).replace('−', '-').strip();
    }

    DrawMask.Place place() {
        return new DrawMask.Place(page(), value("left"), value("top"), value("width"), value("height"));
    }

    private double value(String field) {
        return Double.parseDouble(number(field));
    }
}
