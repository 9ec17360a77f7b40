package jp.yakuba.web.rest;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Malformed input, field by field. */
@Provider
public class InvalidInputMapper implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        var errors = JSON.createArrayBuilder();
        invalid.getConstraintViolations().forEach(violation -> {
            var path = violation.getPropertyPath().toString();
            errors.add(JSON.createObjectBuilder()
                    .add("field", path.substring(path.lastIndexOf('.') + 1))
                    .add("message", violation.getMessage()));
        });
        return Problems.answer(400, Problems.problem("invalid-input", 400, "Invalid input").add("errors", errors));
    }
}
