package jp.yakuba.kernel;

/**
 * A ground on which a desk refuses (拒否理由), with a stable code such as {@code APL-003}.
 *
 * <p>One enum per domain implements it. The code is the key of the message shown to people
 * ({@code problem.APL-003} in the bundle of the domain) and the {@code type} of a problem+json answer.
 */
public interface Problem {
    /** Stable code: three letters of the domain and three digits; never reused. */
    String code();

    /** The HTTP status (4xx) that fits the refusal. */
    int httpStatus();
}
