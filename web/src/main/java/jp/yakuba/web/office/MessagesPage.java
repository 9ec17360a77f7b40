package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.messaging.api.BacklogView;
import jp.yakuba.messaging.api.MessagingDesk;
import jp.yakuba.messaging.api.OutboxLine;
import jp.yakuba.messaging.api.SetAsideLine;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.ClockView;

/** Behind {@code office/messages.xhtml}: what waits for others, what could not be processed, and the office's clock. */
@Named
@ViewScoped
public class MessagesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final PageRequest FIRST = new PageRequest(0, 50);

    @Inject
    private MessagingDesk desk;

    @Inject
    private ClockDesk clock;

    private String reason;
    private long days;
    private String body;
    private transient BacklogView backlog;
    private transient Page<OutboxLine> outgoing;
    private transient Page<SetAsideLine> setAside;

    /** How much waits. */
    public BacklogView getBacklog() {
        if (backlog == null) {
            backlog = desk.backlog();
        }
        return backlog;
    }

    /** Outgoing messages that are not done, latest first. */
    public Page<OutboxLine> getOutgoing() {
        if (outgoing == null) {
            outgoing = desk.listOutbox(true, FIRST);
        }
        return outgoing;
    }

    /** Arrived messages that could not be processed. */
    public Page<SetAsideLine> getSetAside() {
        if (setAside == null) {
            setAside = desk.listSetAside(true, FIRST);
        }
        return setAside;
    }

    /** Shows the text of a message that was set aside; the look is logged. */
    public void read(UUID chosen) {
        body = desk.readSetAside(chosen, reason);
    }

    public void sendAgain(UUID chosen) {
        desk.sendAgain(chosen, reason);
        lookAgain();
    }

    public void retry(UUID chosen) {
        desk.retrySetAside(chosen, reason);
        lookAgain();
    }

    public void drop(UUID chosen) {
        desk.dropSetAside(chosen, reason);
        lookAgain();
    }

    /** The lists stay as they were shown until a deed is done: a button means the row it stood in. */
    private void lookAgain() {
        backlog = null;
        outgoing = null;
        setAside = null;
    }

    /** The office's time and how far it was moved. */
    public ClockView getClock() {
        return clock.current();
    }

    /** Moves the clock of a sample town by whole days against real time. */
    public void shift() {
        clock.shift(Duration.ofDays(days));
    }

    /** The text of the message that was asked for. */
    public String getBody() {
        return body;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public long getDays() {
        return days;
    }

    public void setDays(long days) {
        this.days = days;
    }
}
