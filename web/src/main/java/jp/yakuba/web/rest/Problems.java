package jp.yakuba.web.rest;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;

/** The one shape of every refusal: RFC 9457. */
final class Problems {
    private static final String TYPE = "application/problem+json";

    private Problems() {}

    static JsonObjectBuilder problem(String type, int status, String title) {
        return JSON.createObjectBuilder()
                .add("type", "urn:yakuba:problem:" + type)
                .add("status", status)
                .add("title", title);
    }

    static Response answer(int status, JsonObjectBuilder problem) {
        return Response.status(status).type(TYPE).entity(problem.build().toString()).build();
    }
}
