package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.Optional;

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

    @Embedded
    private Issued issued;

    void draft(boolean grant, String text) {
        verdict = grant ? GRANT : REFUSE;
        words = text;
    }

    void made(String dispatched, LocalDate day, Issued said) {
        number = dispatched;
        on = day;
        issued = said;
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

    /** What went out with it; empty for one that was made before that was kept. */
    public Optional<Issued> issued() {
        return Optional.ofNullable(issued);
    }

    /** What became of the application by it. */
    public Outcome outcome() {
        return outcome(issued != null && issued.forwardedTo() != null);
    }

    /** What becomes of the application by it, if a grant is for somebody else to make or not; to refuse is the office's own. */
    public Outcome outcome(boolean elsewhere) {
        if (!isGrant()) {
            return Outcome.REFUSED;
        }
        return elsewhere ? Outcome.FORWARDED : Outcome.GRANTED;
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

    /**
     * What goes out with a decision and stays, whatever the law, the town or the catalogue say later.
     *
     * @param issuer in whose name: title and name of the head, or a board
     * @param ground law and article
     * @param instruction 教示 in words
     * @param forwardedTo who decides, if the office only hands the application on (進達); null if it decided
     */
    @Embeddable
    public record Issued(
            @Column(name = "decision_issuer") String issuer,
            @Column(name = "decision_ground") String ground,
            @Column(name = "decision_instruction") String instruction,
            @Column(name = "decision_forwarded_to") String forwardedTo) {}

    /** What a decision makes of an application. */
    public enum Outcome {
        /** It was decided as asked. */
        GRANTED,
        /** It was refused, with reasons. */
        REFUSED,
        /** It was handed on to who decides (進達). */
        FORWARDED
    }
}
