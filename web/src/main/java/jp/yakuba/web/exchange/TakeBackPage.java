package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/exchange-take-back.xhtml}: a letter that was sent is taken back, with a reason. */
@Named
@RequestScoped
public class TakeBackPage {
    @Inject
    private ExchangeDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private ParcelLine parcel;

    /** Finds the letter of the record; takes it back if the button was pressed. */
    public void open() throws IOException {
        var record = Pages.id(request.getParameter("record"));
        var message = Pages.id(request.getParameter("message"));
        if (Pages.isPost(request) && takesBack(record, message)) {
            return;
        }
        parcel = desk.listOfRecord(record).stream().filter(one -> one.id().equals(message)).findFirst().orElseThrow(NotFound::new);
    }

    private boolean takesBack(java.util.UUID record, java.util.UUID message) throws IOException {
        try {
            desk.takeBack(message, getReason());
            Pages.goTo("/office/record?id=" + record + "#exchange");
            return true;
        } catch (RuleViolation refusal) {
            faults.add("reason", messages.explain(refusal));
            return false;
        }
    }

    /** The letter. */
    public ParcelLine getParcel() {
        return parcel;
    }

    /** What was typed as the reason. */
    public String getReason() {
        var reason = request.getParameter("reason");
        return reason == null ? "" : reason;
    }
}
