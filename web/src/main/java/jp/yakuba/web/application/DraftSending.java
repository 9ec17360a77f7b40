package jp.yakuba.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import jp.yakuba.account.api.SigningDesk;
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
    @Inject
    private DraftDesk desk;

    @Inject
    private SigningDesk signing;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    /** Follows a button of the overview or of the checking page; true if another page answers. */
    boolean follow(DraftView draft) throws IOException {
        if (request.getParameter("y_switch") != null) {
            PreferencesServlet.chooseFromForm(request,
                    (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse());
            var here = Paths.asked(request);
            Pages.goTo("open".equals(request.getParameter("y_switch")) ? "/preferences?back=" + Paths.encode(here) : here);
            return true;
        }
        if (request.getParameter("y_sign") != null) {
            var digest = Base64.getDecoder().decode(desk.digest(draft.id()));
            Pages.goTo("/sign/" + signing.open(digest, "/draft/" + draft.id() + "/check"));
            return true;
        }
        if (request.getParameter("y_discard") != null) {
            desk.discard(draft.id());
            Pages.goTo(DraftPage.exitOf(draft));
            return true;
        }
        return send(draft);
    }

    private boolean send(DraftView draft) throws IOException {
        if (!draft.problems().isEmpty()) {
            return false;
        }
        try {
            var receipt = desk.submit(draft.id(), request.getParameter("y_once"), signature());
            Pages.goTo(draft.answerTo() == null ? "/my/done/" + receipt.bundleId() : DraftPage.exitOf(draft));
            return true;
        } catch (RuleViolation refused) {
            faults.add(null, messages.explain(refused));
            return false;
        }
    }

    /** The signature that the card software left under the state in the address; null if there is none. */
    private Signature signature() {
        var state = request.getParameter("y_signature");
        return state == null || state.isEmpty() ? null
                : signing.take(state).map(signed -> new Signature(signed.certificate(), signed.signature())).orElse(null);
    }
}
