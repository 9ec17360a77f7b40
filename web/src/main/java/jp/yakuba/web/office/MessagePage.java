package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import jp.yakuba.messaging.api.MessagingDesk;
import jp.yakuba.messaging.api.OutboxLine;
import jp.yakuba.messaging.api.SetAsideLine;

/**
 * Behind {@code office/message.xhtml} and {@code office/outgoing.xhtml}: one message, why it waits, and what an operator may
 * do about it, each deed with its reason.
 */
@Named
@ViewScoped
public class MessagePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private MessagingDesk desk;

    private UUID id;
    private SetAsideLine setAside;
    private OutboxLine outgoing;
    private String reason;
    private transient String body;

    /** Called once the id of a message that was set aside is known. */
    public void openSetAside() {
        setAside = desk.findSetAside(id);
    }

    /** Called once the id of an outgoing message is known. */
    public void openOutgoing() {
        outgoing = desk.findOutgoing(id);
    }

    public SetAsideLine getSetAside() {
        return setAside;
    }

    public OutboxLine getOutgoing() {
        return outgoing;
    }

    /** Shows what the message says; the look is logged. */
    public void read() {
        body = desk.readSetAside(id, reason);
    }

    /** What the message says, once it was asked for. */
    public String getBody() {
        return body;
    }

    public String retry() {
        desk.retrySetAside(id, reason);
        return "/office/messages.xhtml?faces-redirect=true";
    }

    public String dropSetAside() {
        desk.dropSetAside(id, reason);
        return "/office/messages.xhtml?faces-redirect=true";
    }

    public String sendAgain() {
        desk.sendAgain(id, reason);
        return "/office/outbox.xhtml?faces-redirect=true";
    }

    public String drop() {
        desk.drop(id, reason);
        return "/office/outbox.xhtml?faces-redirect=true";
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
}
