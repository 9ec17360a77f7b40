package jp.yakuba.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.OpenDraft;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;

/** Behind {@code start.xhtml}: the last look at what will be begun, for whom, and how surely the person is known. */
@Named
@RequestScoped
public class StartPage {
    @Inject
    private Beginnings beginnings;

    @Inject
    private DraftDesk drafts;

    @Inject
    private AccountDesk accounts;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private Beginnings.Beginning beginning;
    private List<MandateView> mandates;

    /** Finds what is to be begun; a post begins it. */
    public void open() throws IOException {
        beginning = beginnings.of(parameters());
        if (beginning.procedures().isEmpty()) {
            throw new NotFound();
        }
        if (Pages.isPost(request)) {
            begin();
        }
    }

    public List<ProcedureView> getProcedures() {
        return beginning.procedures();
    }

    /** Mandates under which the person may act for somebody else. */
    public List<MandateView> getMandates() {
        if (mandates == null) {
            mandates = accounts.listMandatesToMe();
        }
        return mandates;
    }

    /** The level that the session itself must have; a signature is given at the end. */
    public Assurance getNeeded() {
        return beginning.needed();
    }

    /** True if the person is known surely enough for all of it. */
    public boolean isSure() {
        return actor.get().assurance().satisfies(getNeeded());
    }

    /** The sign-in that leads back here. */
    public String getSignIn() {
        return Paths.signIn(Paths.asked(request));
    }

    private void begin() throws IOException {
        var chosen = List.of(request.getParameterMap().getOrDefault("y_procedure", new String[0]));
        var wanted = getProcedures().stream().map(ProcedureView::code).filter(chosen::contains).toList();
        if (wanted.isEmpty()) {
            faults.add("procedures", messages.get("portal.start.none"));
            return;
        }
        var mandate = request.getParameter("y_mandate");
        var draft = drafts.open(new OpenDraft(
                wanted, beginning.guide(), beginning.facts(), mandate == null || mandate.isEmpty() ? null : Pages.id(mandate)));
        Pages.goTo("/draft/" + draft);
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, String.join(",", values)));
        return parameters;
    }
}
