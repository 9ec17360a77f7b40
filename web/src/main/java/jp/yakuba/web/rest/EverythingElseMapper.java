package jp.yakuba.web.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import jp.yakuba.kernel.RuleViolation;

/** Whatever else goes wrong: told without its inside, logged once. */
@Provider
public class EverythingElseMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(EverythingElseMapper.class.getName());

    @Inject
    private RuleViolationMapper refusals;

    @Inject
    private InvalidInputMapper invalid;

    @Override
    public Response toResponse(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation refusal) {
                return refusals.toResponse(refusal);
            }
            if (cause instanceof ConstraintViolationException input) {
                return invalid.toResponse(input);
            }
            if (cause instanceof EJBAccessException) {
                return Problems.answer(403, Problems.problem("forbidden", 403, "Not allowed"));
            }
            if (cause instanceof WebApplicationException web) {
                var status = web.getResponse().getStatus();
                return Problems.answer(status, Problems.problem("http-" + status, status, web.getResponse().getStatusInfo().getReasonPhrase()));
            }
        }
        LOG.log(Level.ERROR, "A request of a program failed", failure);
        return Problems.answer(500, Problems.problem("internal", 500, "Something went wrong"));
    }
}
