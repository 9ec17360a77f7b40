package jp.yakuba.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.DraftView;
import jp.yakuba.application.api.Signature;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.PreferencesServlet;

/** The last steps of a draft: sending it, with a signature where one is needed, or throwing it away. */
@RequestScoped
public class DraftSending {
    private static final int LONGEST_SIGNATURE = 20_000;

    @Inject
    private DraftDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    /** Follows a button of the overview or of the checking page; true if another page answers. */
    boolean follow(DraftView draft) throws IOException, ServletException {
        if (request.getParameter("y_switch") != null) {
            PreferencesServlet.chooseFromForm(request,
                    (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse());
            var here = Paths.asked(request);
            Pages.goTo("open".equals(request.getParameter("y_switch")) ? "/preferences?back=" + Paths.encode(here) : here);
            return true;
        }
        if (request.getParameter("y_discard") != null) {
            desk.discard(draft.id());
            Pages.goTo("/my");
            return true;
        }
        return send(draft);
    }

    private boolean send(DraftView draft) throws IOException, ServletException {
        if (!desk.check(draft.id(), null).isEmpty()) {
            return false;
        }
        try {
            var receipt = desk.submit(draft.id(), request.getParameter("y_once"), signature());
            Pages.goTo("/my/done/" + receipt.bundleId());
            return true;
        } catch (RuleViolation refused) {
            faults.add(null, messages.explain(refused));
            return false;
        }
    }

    /** The signature as the card's software hands it over: as fields, or as its file. */
    private Signature signature() throws IOException, ServletException {
        var certificate = request.getParameter("certificate");
        if (certificate != null && !certificate.isBlank()) {
            return new Signature(certificate, request.getParameter("signature"));
        }
        var type = request.getContentType();
        var part = type != null && type.startsWith("multipart/form-data") ? request.getPart("signatureFile") : null;
        if (part == null || part.getSize() == 0 || part.getSize() > LONGEST_SIGNATURE) {
            return null;
        }
        try (var in = part.getInputStream(); var reader = Json.createReader(in)) {
            var file = reader.readObject();
            return new Signature(file.getString("certificate", ""), file.getString("signature", ""));
        } catch (JsonException unreadable) {
            return null;
        }
    }
}
