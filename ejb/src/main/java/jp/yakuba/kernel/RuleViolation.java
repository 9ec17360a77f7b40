package jp.yakuba.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** An expected refusal: told to the person in front of the desk, rolled back, never logged as an error. */
@ApplicationException(rollback = true)
public final class RuleViolation extends RuntimeException {
    private final transient Problem problem;
    private final transient List<Object> details;

    /** Refuses for {@code problem}; details fill the places of its message and must never hold a protected address. */
    public RuleViolation(Problem problem, Object... details) {
        super(problem.code());
        this.problem = problem;
        this.details = List.of(details);
    }

    /** The ground of the refusal. */
    public Problem problem() {
        return problem;
    }

    /** What fills the places of the message, in order. */
    public List<Object> details() {
        return details;
    }
}
