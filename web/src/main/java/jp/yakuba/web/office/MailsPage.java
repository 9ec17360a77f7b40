package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.UUID;
import jp.yakuba.notification.api.MailDesk;
import jp.yakuba.notification.api.MailLine;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;

/** Behind {@code office/mails.xhtml} and {@code office/mail.xhtml}: mails that did not leave, neither to whom nor what. */
@Named
@ViewScoped
public class MailsPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;

    @Inject
    private MailDesk desk;

    private boolean all;
    private int number;
    private UUID id;
    private String reason;
    private transient DeskRows<MailLine> rows;

    /** Mails that failed or are unsure, or all that are not sent. */
    public DeskRows<MailLine> getRows() {
        if (rows == null) {
            rows = new DeskRows<>((part, order) -> desk.list(!all, part), number, this);
        }
        return rows;
    }

    /** How many wait to be sent. */
    public long getWaiting() {
        return desk.countWaiting();
    }

    /** How many failed or are unsure. */
    public long getStranded() {
        return desk.countStranded();
    }

    public String sendAgain() {
        desk.sendAgain(id, reason);
        return "/office/mails.xhtml?faces-redirect=true";
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("all", all ? "true" : null);
        parts.put("page", other == 0 ? null : other);
        return Paths.with("/office/mails", parts);
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
