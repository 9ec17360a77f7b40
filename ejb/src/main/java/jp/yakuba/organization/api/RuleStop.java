package jp.yakuba.organization.api;

/**
 * A stop that the delegation table asks for.
 *
 * @param kind what is asked of it
 * @param post the post and who holds it; nobody holds one that is vacant or was closed
 */
public record RuleStop(Kind kind, PostView post) {

    /** What is asked of a stop. */
    public enum Kind {
        /** Agrees in the line (回議). */
        AGREE,
        /** Agrees for another section (合議). */
        CONSULT,
        /** Decides (決裁). */
        DECIDE,
        /** Is told of the decision (報告・供覧). */
        INFORM
    }
}
