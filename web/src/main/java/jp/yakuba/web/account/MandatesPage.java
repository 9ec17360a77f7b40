package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.MandateDesk;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.account.api.OfferMandate;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.DateParts;

/** Behind {@code account-mandates.xhtml}: who may act for me, and for whom I may. */
@Named
@RequestScoped
public class MandatesPage {
    private static final int ROWS = 20;

    @Inject
    private MandateDesk desk;

    @Inject
    private OfficeClock clock;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private String mail;
    private Page<MandateView> given;
    private Page<MandateView> received;

    public void offer() {
        desk.offer(new OfferMandate(SignInPage.orEmpty(mail), List.of(), read(getFrom()), read(getUntil())));
        visit.go("/account-mandates?done=1");
    }

    public void accept(UUID id) {
        desk.accept(id);
        visit.go("/account-mandates");
    }

    public void decline(UUID id) {
        desk.decline(id);
        visit.go("/account-mandates");
    }

    public void revoke(UUID id) {
        desk.revoke(id);
        visit.go("/account-mandates");
    }

    /** Mandates the reader gave, a part of them. */
    public Page<MandateView> getGiven() {
        if (given == null) {
            given = desk.listGiven(part("given"));
        }
        return given;
    }

    /** Mandates the reader received, a part of them. */
    public Page<MandateView> getReceived() {
        if (received == null) {
            received = desk.listReceived(part("received"));
        }
        return received;
    }

    private PageRequest part(String name) {
        var number = visit.parameter(name);
        return new PageRequest(number == null || !number.matches("\\d{1,4}") ? 0 : Integer.parseInt(number), ROWS);
    }

    public boolean isDone() {
        return visit.parameter("done") != null;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    /** First day as typed; today until somebody types. */
    public String getFrom() {
        return typed("from", clock.today());
    }

    /** Last day as typed; a year from now until somebody types. */
    public String getUntil() {
        return typed("until", clock.today().plusYears(1));
    }

    private String typed(String name, LocalDate otherwise) {
        return request.getParameter(name + ".y") == null ? otherwise.toString()
                : DateParts.join(request.getParameter(name + ".y"), request.getParameter(name + ".m"), request.getParameter(name + ".d"));
    }

    private static LocalDate read(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            throw new RuleViolation(AccountProblem.MANDATE_UNREADABLE);
        }
    }
}
