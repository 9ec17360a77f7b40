package jp.yakuba.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationDesk;

/** The papers of a person's own applications. */
@Path("my/applications/{id}")
@RequestScoped
public class MyApplicationsResource {
    @Inject
    private ApplicationDesk desk;

    @PathParam("id")
    private UUID id;

    /** What was sent, as the filled form. */
    @GET
    @Path("form.pdf")
    public Response form() {
        return Papers.pdf(out -> desk.writePdf(id, out), desk.get(id).receiptNumber());
    }

    /** The notice of the decision. */
    @GET
    @Path("notice.pdf")
    public Response notice() {
        return Papers.pdf(out -> desk.writeNoticePdf(id, out), "notice-" + desk.get(id).receiptNumber());
    }

    /** One attached file. */
    @GET
    @Path("files/{file}")
    public Response file(@PathParam("file") UUID file) {
        var application = desk.get(id);
        var all = Stream.concat(application.attachments().stream(), application.corrections().stream().flatMap(one -> one.files().stream()));
        var attached = all.filter(each -> each.id().equals(file)).findFirst()
                .orElseThrow(NotFoundException::new);
        return Papers.file(out -> desk.writeAttachment(id, file, out), attached.name(), attached.mediaType());
    }
}
