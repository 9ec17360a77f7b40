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

    @Column(name = "decision_issuer")
    private String issuer;

    @Column(name = "decision_ground")
    private String ground;

    @Column(name = "decision_instruction")
    private String instruction;

    @Column(name = "decision_forwarded_to")
    private String forwardedTo;

    void draft(boolean grant, String text) {
        verdict = grant ? GRANT : REFUSE;
        words = text;
    }

    void made(String dispatched, LocalDate day, Issued said) {
        number = dispatched;
        on = day;
        issuer = said.issuer();
        ground = said.ground();
        instruction = said.instruction();
        forwardedTo = said.forwardedTo();
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

    /** What went out with it; without a word for one that was made before that was kept. */
    public Issued issued() {
        return new Issued(issuer, ground, instruction, forwardedTo);
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
    public record Issued(String issuer, String ground, String instruction, String forwardedTo) {}
}
