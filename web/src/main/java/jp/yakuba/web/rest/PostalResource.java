package jp.yakuba.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.yakuba.resident.api.AddressDesk;
import jp.yakuba.resident.api.PlaceView;

/** Places behind a postal code. */
@Path("postal")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PostalResource {
    @Inject
    private AddressDesk desk;

    @GET
    @Path("{code: [0-9]{7}}")
    public List<PlaceView> places(@PathParam("code") String code) {
        return desk.placesOf(code);
    }
}
