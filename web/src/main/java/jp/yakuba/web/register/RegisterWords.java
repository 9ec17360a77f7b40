package jp.yakuba.web.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.yakuba.register.api.EntryState;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.api.VendorCategory;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Ui;

/** Words and colours of joint registers on pages. */
@Named
@RequestScoped
public class RegisterWords {
    private static final Pattern DAY = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final String CATEGORY = "office.register.category.";

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    /** The register that a word names; that of vendors if it names none. */
    public static Register of(String word) {
        return Arrays.stream(Register.values()).filter(one -> one.name().equals(word)).findFirst().orElse(Register.VENDOR);
    }

    /** Colour of a state. */
    public String codeOf(EntryState state) {
        return switch (state) {
            case VALID -> "done";
            case NOT_YET -> "wait";
            case SUSPENDED, WITHDRAWN -> "stop";
            case EXPIRED -> "none";
        };
    }

    /** What a vendor may bid for, in words. */
    public String categories(Collection<VendorCategory> all) {
        return all.stream().map(one -> messages.get(CATEGORY + one)).collect(Collectors.joining("、"));
    }

    /** What stood or stands in a changed member. */
    public String value(String member, String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        return switch (member) {
            case "categories" -> Arrays.stream(value.split(" ")).map(one -> messages.orElse(CATEGORY + one, one)).collect(Collectors.joining("、"));
            case "validFrom", "validUntil", "suspensions" -> DAY.matcher(value).replaceAll(this::day);
            default -> value;
        };
    }

    /** The day as the office writes it; what only looks like one stays. */
    private String day(MatchResult found) {
        var day = DateParts.day(found.group());
        return day == null ? found.group() : ui.day(day);
    }

    /** Why a copy is not newer, in words. */
    public String problem(String code) {
        return messages.orElse("office.register.problem." + code, messages.of("office.share.problem", code));
    }
}
