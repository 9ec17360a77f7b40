package jp.yakuba.web.certificate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.yakuba.certificate.api.AskCopy;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.IdentityDocument;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.web.shell.DateParts;

/** What was typed to ask for a copy, and what of it cannot be asked. */
final class WideCopyForm {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;
    private static final int MOST_NAMES = 20;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1868, 10, 23);

    private final UnaryOperator<String> typed;

    /**
     * Of a form.
     *
     * @param typed what was typed into the field; null if nothing was sent
     */
    WideCopyForm(UnaryOperator<String> typed) {
        this.typed = typed;
    }

    /** Texts of what is wrong, by the field at which it stands; empty if it can be asked. */
    Map<String, String> faults(Collection<String> offices, LocalDate today) {
        var faults = new LinkedHashMap<String, String>();
        var born = born();
        fault(faults, "identity", identity() == null, "office.copy.fault.identity");
        fault(faults, "checked", typed.apply("checked") == null, "problem.CRT-005");
        fault(faults, "name", !isName(name()), "office.copy.fault.name");
        fault(faults, "born", born == null || born.isBefore(FIRST_BIRTH) || !born.isBefore(today), "office.copy.fault.born");
        fault(faults, "office", !offices.contains(shown("office")), "office.copy.fault.office");
        fault(faults, "address", !AskCopy.isNamed(address()) || shown("address").length() > LONGEST_ADDRESS || shown("address").contains("\n"), "office.copy.fault.address");
        fault(faults, "scope", scope() == null, "office.copy.fault.scope");
        fault(faults, "wanted", scope() == CopyScope.SOME && !areNames(lines()), "office.copy.fault.wanted");
        fault(faults, "wanted", scope() != null && scope() != CopyScope.SOME && !lines().isEmpty(), "office.copy.fault.wanted.scope");
        return faults;
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong, String key) {
        if (wrong) {
            faults.put(field, key);
        }
    }

    private static boolean isName(String word) {
        return AskCopy.isNamed(word) && word.length() <= LONGEST_NAME;
    }

    private static boolean areNames(List<String> words) {
        return !words.isEmpty() && words.size() <= MOST_NAMES && words.stream().allMatch(WideCopyForm::isName);
    }

    /** What was typed into a field; empty if nothing was. */
    String shown(String field) {
        var text = typed.apply(field);
        return text == null ? "" : text.strip();
    }

    String name() {
        return VisibleText.of(shown("name"));
    }

    String address() {
        return VisibleText.of(shown("address"));
    }

    /** Null unless there is such a day. */
    LocalDate born() {
        return DateParts.day(DateParts.join(typed.apply("born.y"), typed.apply("born.m"), typed.apply("born.d")));
    }

    IdentityDocument identity() {
        return Arrays.stream(IdentityDocument.values()).filter(one -> one.name().equals(shown("identity"))).findFirst().orElse(null);
    }

    CopyScope scope() {
        return Arrays.stream(CopyScope.values()).filter(one -> one.name().equals(shown("scope"))).findFirst().orElse(null);
    }

    /** Names of those who are wanted; empty unless some of the household are. */
    List<String> wanted() {
        return scope() == CopyScope.SOME ? lines() : List.of();
    }

    private List<String> lines() {
        return shown("wanted").lines().map(VisibleText::of).map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
    }
}
