package jp.yakuba.web.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.yakuba.certificate.api.AskCopy;
import jp.yakuba.certificate.api.CertificateProblem;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.IdentityDocument;
import jp.yakuba.certificate.api.WideCopyDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/wide-copy-new.xhtml}: a resident of another town stands before the desk; what was typed stays until it can be asked. */
@Named
@RequestScoped
public class WideCopyNewPage {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;
    private static final int MOST_NAMES = 20;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1868, 10, 23);

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

    private UUID id;
    private List<WideCopyDesk.OfficeChoice> offices;

    /** Asks, if the form was sent and holds. */
    public void open() throws IOException {
        id = request.getParameter("once") == null ? UUID.randomUUID() : Pages.id(request.getParameter("once"));
        offices = desk.listOffices();
        if (Pages.isPost(request)) {
            check();
            if (faults.getCount() == 0) {
                ask();
            }
        }
    }

    private void check() {
        fault("identity", identity() == null, "office.copy.fault.identity");
        fault("checked", !isTicked("checked"), "problem.CRT-005");
        fault("name", isBlank("name") || shown("name").length() > LONGEST_NAME, "office.copy.fault.name");
        var born = DateParts.day(getBorn());
        fault("born", born == null || born.isBefore(FIRST_BIRTH) || !born.isBefore(clock.today()), "office.copy.fault.born");
        fault("office", offices.stream().noneMatch(one -> one.code().equals(shown("office"))), "office.copy.fault.office");
        fault("address", isBlank("address") || shown("address").length() > LONGEST_ADDRESS || shown("address").contains("\n"), "office.copy.fault.address");
        fault("scope", scope() == null, "office.copy.fault.scope");
        if (scope() == CopyScope.SOME) {
            var wanted = wanted();
            fault("wanted", wanted.isEmpty() || wanted.size() > MOST_NAMES || wanted.stream().anyMatch(one -> one.length() > LONGEST_NAME), "office.copy.fault.wanted");
        }
    }

    private void fault(String field, boolean wrong, String key) {
        if (wrong) {
            faults.add(field, messages.get(key));
        }
    }

    private void ask() throws IOException {
        try {
            desk.ask(new AskCopy(id, shown("office"), identity(), isTicked("checked"), VisibleText.of(shown("name")), DateParts.day(getBorn()),
                    VisibleText.of(shown("address")), scope(), scope() == CopyScope.SOME ? wanted() : List.of(), isTicked("relationships")));
            Pages.goTo("/office/wide-copy?id=" + id);
        } catch (RuleViolation refusal) {
            faults.add(refusal.problem() == CertificateProblem.OFFICE_NOT_ASKED ? "office" : null, messages.explain(refusal));
        }
    }

    /** What was typed into a field. */
    public String shown(String field) {
        var typed = request.getParameter(field);
        return typed == null ? "" : typed.strip();
    }

    private boolean isBlank(String field) {
        return VisibleText.of(shown(field)).isBlank();
    }

    /** True if the box was ticked. */
    public boolean isTicked(String field) {
        return request.getParameter(field) != null;
    }

    /** The day of birth as one answer. */
    public String getBorn() {
        return DateParts.join(request.getParameter("born.y"), request.getParameter("born.m"), request.getParameter("born.d"));
    }

    private IdentityDocument identity() {
        return Arrays.stream(IdentityDocument.values()).filter(one -> one.name().equals(shown("identity"))).findFirst().orElse(null);
    }

    private CopyScope scope() {
        return Arrays.stream(CopyScope.values()).filter(one -> one.name().equals(shown("scope"))).findFirst().orElse(null);
    }

    private List<String> wanted() {
        return shown("wanted").lines().map(VisibleText::of).map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
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
