package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.MandateDesk;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.account.api.OfferMandate;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Behind {@code account-mandates.xhtml}: who may act for me, and for whom I may. */
@Named
@RequestScoped
public class MandatesPage {
    @Inject
    private MandateDesk desk;

    @Inject
    private OfficeClock clock;

    @Inject
    private Visit visit;

    private String mail;
    private LocalDate from;
    private LocalDate until;

    public void offer() {
        if (from == null || until == null) {
            throw new RuleViolation(AccountProblem.MANDATE_UNREADABLE);
        }
        desk.offer(new OfferMandate(SignInPage.orEmpty(mail), List.of(), from, until));
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

    public List<MandateView> getGiven() {
        return desk.listGiven();
    }

    public List<MandateView> getReceived() {
        return desk.listReceived();
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

    public LocalDate getFrom() {
        return from == null ? clock.today() : from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until == null ? clock.today().plusYears(1) : until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
