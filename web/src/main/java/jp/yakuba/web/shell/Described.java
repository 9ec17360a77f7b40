package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Which words near an input describe it, for those who hear the page. */
@Named
@RequestScoped
public class Described {
    @Inject
    private Faults faults;

    /** Ids of the hint and the fault of the input; null if it has neither. */
    public String of(String id, String hint) {
        var hinted = hint != null && !hint.isEmpty();
        var faulty = faults.of(id) != null;
        if (!hinted && !faulty) {
            return null;
        }
        return (hinted ? id + "-hint" : "") + (hinted && faulty ? " " : "") + (faulty ? id + "-err" : "");
    }

    /** {@code true} if the input's answer is wrong, otherwise null. */
    public String invalid(String id) {
        return faults.of(id) == null ? null : "true";
    }
}
