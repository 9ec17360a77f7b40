package jp.yakuba.web.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import jp.yakuba.certificate.api.AskCopy;
import jp.yakuba.certificate.api.CertificateProblem;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.IdentityDocument;
import jp.yakuba.certificate.api.WideCopyDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/wide-copy-new.xhtml}: a resident of another town stands before the desk; what was typed stays until it can be asked. */
@Named
@RequestScoped
public class WideCopyNewPage {
    @Inject
    private WideCopyDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private OfficeClock clock;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private WideCopyForm form;
    private UUID id;
    private List<WideCopyDesk.OfficeChoice> offices;

    /** Asks, if the form was sent and holds. */
    public void open() throws IOException {
        form = new WideCopyForm(request::getParameter);
        id = request.getParameter("once") == null ? UUID.randomUUID() : Pages.id(request.getParameter("once"));
        offices = desk.listOffices();
        if (Pages.isPost(request)) {
            form.faults(offices.stream().map(WideCopyDesk.OfficeChoice::code).toList(), clock.today()).forEach((field, key) -> faults.add(field, messages.get(key)));
            if (faults.getCount() == 0) {
                ask();
            }
        }
    }

    private void ask() throws IOException {
        try {
            desk.ask(new AskCopy(id, shown("office"), form.identity(), isTicked("checked"), form.name(), form.born(), form.address(), form.scope(), form.wanted(),
                    isTicked("relationships")));
            Pages.goTo("/office/wide-copy?id=" + id);
        } catch (RuleViolation refusal) {
            faults.add(refusal.problem() == CertificateProblem.OFFICE_NOT_ASKED ? "office" : null, messages.explain(refusal));
        }
    }

    /** What was typed into a field. */
    public String shown(String field) {
        return form.shown(field);
    }

    /** True if the box was ticked. */
    public boolean isTicked(String field) {
        return request.getParameter(field) != null;
    }

    /** The day of birth as one answer. */
    public String getBorn() {
        return DateParts.join(request.getParameter("born.y"), request.getParameter("born.m"), request.getParameter("born.d"));
    }

    public UUID getId() {
        return id;
    }

    public List<WideCopyDesk.OfficeChoice> getOffices() {
        return offices;
    }

    public IdentityDocument[] getIdentities() {
        return IdentityDocument.values();
    }

    public CopyScope[] getScopes() {
        return CopyScope.values();
    }
}
