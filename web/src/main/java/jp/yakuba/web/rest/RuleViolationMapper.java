package jp.yakuba.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Messages;

/** A refusal of a desk. */
@Provider
public class RuleViolationMapper implements ExceptionMapper<RuleViolation> {
    private static final int TOO_MANY = 429;
    private static final int A_MINUTE = 60;

    @Inject
    private Messages messages;

    @Override
    public Response toResponse(RuleViolation refusal) {
        var problem = refusal.problem();
        var answer = Problems.answer(problem.httpStatus(), Problems.problem(problem.code(), problem.httpStatus(), messages.explain(refusal)));
        return problem.httpStatus() == TOO_MANY ? Response.fromResponse(answer).header("Retry-After", A_MINUTE).build() : answer;
    }
}
