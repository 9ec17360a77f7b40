package jp.yakuba.document.service.signing;

import jp.yakuba.document.api.SignatureProblem;

/** No time stamp was to be had, and why. */
class StampFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SignatureProblem problem;

    StampFailed(SignatureProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    SignatureProblem problem() {
        return problem;
    }
}
