package jp.yakuba.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jp.yakuba.exchange.api.Capability;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.kernel.RuleViolation;

/** Tells other offices that a version of the exchange is not spoken here, so that they take one that is. */
@Path("exchange/{version}/{rest: .*}")
@RequestScoped
public class OtherVersionsResource {
    /** There is nothing of this version to be read. */
    @GET
    public void get(@PathParam("version") String version) {
        throw refused(version);
    }

    /** Nothing of this version is put. */
    @PUT
    public void put(@PathParam("version") String version) {
        throw refused(version);
    }

    /** Nothing of this version is done. */
    @POST
    public void post(@PathParam("version") String version) {
        throw refused(version);
    }

    /** Nothing of this version is taken back. */
    @DELETE
    public void delete(@PathParam("version") String version) {
        throw refused(version);
    }

    private static RuntimeException refused(String version) {
        return version.equals(Capability.VERSION) ? new NotFoundException() : new RuleViolation(ExchangeProblem.VERSION_UNKNOWN, Capability.VERSION);
    }
}
