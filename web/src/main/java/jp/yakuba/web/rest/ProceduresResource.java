package jp.yakuba.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Set;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.ProcedureView;

/** The catalogue of procedures and their forms, open to everybody. */
@Path("procedures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProceduresResource {
    private static final Set<String> LANGUAGES = Set.of("ja", "ja-easy", "en");

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private FormDesk forms;

    /** All procedures, or those that fit the words, the life event, or the section. */
    @GET
    public List<ProcedureView> list(@QueryParam("q") String words, @QueryParam("event") String event, @QueryParam("section") String section) {
        if (words != null) {
            return catalogue.find(words);
        }
        if (event != null) {
            return catalogue.listByLifeEvent(event);
        }
        return section == null ? catalogue.list() : catalogue.listBySection(section);
    }

    @GET
    @Path("{code}")
    public ProcedureView get(@PathParam("code") String code) {
        return catalogue.findByCode(code).orElseThrow(NotFoundException::new);
    }

    /** The published form as a file that can be taken into another office. */
    @GET
    @Path("{code}/form")
    public String form(@PathParam("code") String code) {
        return forms.export(code, forms.published(code).version());
    }

    @GET
    @Path("{code}/form.schema.json")
    @Produces("application/schema+json")
    public String schema(@PathParam("code") String code) {
        return forms.jsonSchema(code, forms.published(code).version());
    }

    /** The empty form for printing. */
    @GET
    @Path("{code}/form.pdf")
    @Produces("application/pdf")
    public Response paper(@PathParam("code") String code, @QueryParam("lang") @DefaultValue("ja") String language) {
        get(code);
        forms.published(code);
        StreamingOutput pdf = out -> forms.writeBlankPdf(code, LANGUAGES.contains(language) ? language : "ja", out);
        return Papers.pdf(pdf, code);
    }
}
