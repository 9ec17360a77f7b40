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
    @Inject
    private Messages messages;

    @Override
    public Response toResponse(RuleViolation refusal) {
        var problem = refusal.problem();
        return Problems.answer(problem.httpStatus(),
                Problems.problem(problem.code(), problem.httpStatus(), messages.explain(refusal)));
    }
}
