package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** What was drafted and decided about an application (処分): grant or refusal, its words, its number and day. */
@Embeddable
public class Decision {
    /** Value of a drafted grant. */
    public static final String GRANT = "GRANT";
    /** Value of a drafted refusal. */
    public static final String REFUSE = "REFUSE";

    @Column(name = "decision")
    private String verdict;

    @Column(name = "decision_text")
    private String words;

    @Column(name = "decision_number")
    private String number;

    @Column(name = "decided_on")
    private LocalDate on;

    void draft(boolean grant, String text) {
        verdict = grant ? GRANT : REFUSE;
        words = text;
    }

    void made(String dispatched, LocalDate day) {
        number = dispatched;
        on = day;
    }

    /** True once it binds (決裁): from then on it is neither drafted anew nor taken away. */
    public boolean isMade() {
        return on != null;
    }

    public boolean isGrant() {
        return GRANT.equals(verdict);
    }

    /** The words, once they bind: before the decision nobody outside reads a draft of it. */
    public String bindingWords() {
        return on == null ? null : words;
    }

    public String words() {
        return words;
    }

    public String number() {
        return number;
    }

    public LocalDate on() {
        return on;
    }
}
