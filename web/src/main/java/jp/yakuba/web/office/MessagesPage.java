package jp.yakuba.web.office;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import jp.yakuba.messaging.api.BacklogView;
import jp.yakuba.messaging.api.MessagingDesk;
import jp.yakuba.messaging.api.OutboxLine;
import jp.yakuba.messaging.api.SetAsideLine;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;

/**
 * Behind {@code office/messages.xhtml} and {@code office/outbox.xhtml}: what came and could not be processed, and what left
 * and is not done yet.
 */
@Named
@ViewScoped
public class MessagesPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;

    @Inject
    private MessagingDesk desk;

    private boolean all;
    private int number;
    private transient BacklogView backlog;
    private transient DeskRows<OutboxLine> outgoing;
    private transient DeskRows<SetAsideLine> setAside;

    /** How much waits. */
    public BacklogView getBacklog() {
        if (backlog == null) {
            backlog = desk.backlog();
        }
        return backlog;
    }

    /** Outgoing messages, latest first. */
    public DeskRows<OutboxLine> getOutgoing() {
        if (outgoing == null) {
            outgoing = new DeskRows<>((part, order) -> desk.listOutbox(!all, part), number, this);
        }
        return outgoing;
    }

    /** Arrived messages that could not be processed, latest first. */
    public DeskRows<SetAsideLine> getSetAside() {
        if (setAside == null) {
            setAside = new DeskRows<>((part, order) -> desk.listSetAside(!all, part), number, this);
        }
        return setAside;
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("all", all ? "true" : null);
        parts.put("page", other == 0 ? null : other);
        var page = FacesContext.getCurrentInstance().getViewRoot().getViewId().replace(".xhtml", "");
        return Paths.with(page, parts);
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
