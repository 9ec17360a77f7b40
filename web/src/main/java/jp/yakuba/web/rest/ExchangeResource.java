package jp.yakuba.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import jp.yakuba.exchange.api.AddressBook;
import jp.yakuba.exchange.api.AddressBookDesk;
import jp.yakuba.exchange.api.AnswerDesk;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.Capability;
import jp.yakuba.exchange.api.CapabilityDesk;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.PublicationDoorDesk;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.api.WaitingDesk;

/**
 * The exchange for other offices, at the listener of LGWAN alone. What each request means stands in {@code config/docs/exchange.md}; the
 * certificate that was shown in the handshake says who asks.
 */
@Path("exchange/v1")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
public class ExchangeResource {
    private static final String CONTAINER = "application/vnd.etsi.asic-e+zip";
    private static final int LARGEST_ANSWER = 256 * 1024;

    @Inject
    private ArrivalDesk arrivals;

    @Inject
    private AnswerDesk answers;

    @Inject
    private AddressBookDesk book;

    @Inject
    private WaitingDesk waiting;

    @Inject
    private CapabilityDesk capabilities;

    @Inject
    private PublicationDoorDesk publications;

    /** Opens a transfer in pieces, or finds the one that is open. */
    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_JSON)
    public TransferView open(String body) {
        return arrivals.open(SentJson.of(body).transfer());
    }

    /** Keeps a piece. */
    @PUT
    @Path("messages/{id}/pieces/{number}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void put(@PathParam("id") UUID id, @PathParam("number") int number, InputStream body) {
        arrivals.put(id, number, BodyInTime.read(body, OpenTransfer.LARGEST_CHUNK));
    }

    /** Says that all pieces were sent. */
    @POST
    @Path("messages/{id}/complete")
    public Response complete(@PathParam("id") UUID id) {
        arrivals.complete(id);
        return answerOrState(id);
    }

    /** Takes a message of one piece, judges it and answers at once. */
    @PUT
    @Path("messages/{id}")
    @Consumes(CONTAINER)
    public Response take(
            @PathParam("id") UUID id, @QueryParam("conversation") UUID conversation, @QueryParam("sequence") int sequence,
            @QueryParam("previous") UUID previous, @QueryParam("service") String service, @QueryParam("sha256") String sha256, InputStream body) {
        var content = BodyInTime.read(body, OpenTransfer.LARGEST_CHUNK);
        var place = new OpenTransfer.Place(conversation, sequence, previous);
        arrivals.take(OpenTransfer.whole(id, place, service, content.length, sha256), content);
        arrivals.judge(id);
        return answerOrState(id);
    }

    /** How far a message is. */
    @GET
    @Path("messages/{id}")
    public TransferView find(@PathParam("id") UUID id) {
        return arrivals.find(id);
    }

    /** The signed answer, or how far the message is. */
    @GET
    @Path("messages/{id}/answer")
    public Response answer(@PathParam("id") UUID id) {
        return answerOrState(id);
    }

    /** Takes a message back. */
    @DELETE
    @Path("messages/{id}")
    public TransferView cancel(@PathParam("id") UUID id) {
        return arrivals.cancel(id);
    }

    /** Takes the answer of another office to what this one sent. */
    @PUT
    @Path("answers/{id}")
    @Consumes(MediaType.APPLICATION_XML)
    public void take(@PathParam("id") UUID id, InputStream body) {
        answers.take(id, BodyInTime.read(body, LARGEST_ANSWER));
    }

    /** What waits here for the asker to collect it. */
    @GET
    @Path("waiting")
    @Produces(MediaType.APPLICATION_JSON)
    public String waiting(@QueryParam("after") UUID after) {
        return WaitingJson.list(waiting.list(after));
    }

    /** What a message that waits will be, as if it were announced. */
    @GET
    @Path("waiting/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public String announce(@PathParam("id") UUID id) {
        return WaitingJson.announcement(waiting.announce(id));
    }

    /** A piece of it. */
    @GET
    @Path("waiting/{id}/pieces/{number}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] read(@PathParam("id") UUID id, @PathParam("number") int number) {
        return waiting.read(id, number);
    }

    /** The asker keeps all of it. */
    @PUT
    @Path("waiting/{id}/kept")
    public void kept(@PathParam("id") UUID id) {
        waiting.kept(id);
    }

    /** What this office can do, and what the asker may. */
    @GET
    @Path("capability")
    public Capability capability() {
        return capabilities.find();
    }

    /** Which other offices this one exchanges documents with, and where. */
    @GET
    @Path("addresses")
    @Produces(MediaType.APPLICATION_JSON)
    public AddressBook addresses() {
        return new AddressBook(book.list());
    }

    /** A signed page of what changed in a publication. */
    @GET
    @Path("publications/{name}")
    @Produces(MediaType.APPLICATION_XML)
    public byte[] publication(@PathParam("name") String name, @QueryParam("since") String since) {
        return publications.read(name, since);
    }

    /** The description of all this for programs. */
    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public InputStream openapi() {
        return ExchangeDescription.open();
    }

    private Response answerOrState(UUID id) {
        return arrivals.findAnswer(id)
                .map(answer -> Response.ok(answer, MediaType.APPLICATION_XML_TYPE).build())
                .orElseGet(() -> Response.accepted(arrivals.find(id)).type(MediaType.APPLICATION_JSON_TYPE).build());
    }
}
