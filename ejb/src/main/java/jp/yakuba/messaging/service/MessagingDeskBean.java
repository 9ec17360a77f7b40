package jp.yakuba.messaging.service;

import static jp.yakuba.messaging.api.MessagingProblem.NO_SUCH_MESSAGE;
import static jp.yakuba.messaging.api.MessagingProblem.REASON_MISSING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.messaging.api.BacklogView;
import jp.yakuba.messaging.api.MessagingDesk;
import jp.yakuba.messaging.api.OutboxLine;
import jp.yakuba.messaging.api.SetAsideLine;
import jp.yakuba.messaging.model.OutboxMessage;
import jp.yakuba.messaging.model.SetAsideMessage;
import jp.yakuba.messaging.store.ArrivalStore;
import jp.yakuba.messaging.store.OutboxStore;

/** Behind the operator's desk for messages. */
@Stateless
public class MessagingDeskBean implements MessagingDesk {
    private OutboxStore outbox;
    private ArrivalStore arrivals;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;
    private Event<MessageWaiting> waiting;

    protected MessagingDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public MessagingDeskBean(OutboxStore outbox, ArrivalStore arrivals, AuditDesk audit, CurrentActor actor,
            OfficeClock clock, Event<MessageWaiting> waiting) {
        this.outbox = outbox;
        this.arrivals = arrivals;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    @RolesAllowed({Role.OPERATOR, Role.SYSTEM, Role.DESK})
    public BacklogView backlog() {
        return new BacklogView(outbox.countWaiting(false), outbox.countWaiting(true),
                outbox.oldestWaiting().orElse(null), arrivals.countSetAside(true));
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public Page<OutboxLine> listOutbox(boolean waitingOnly, PageRequest request) {
        return new Page<>(outbox.list(waitingOnly, request).stream().map(OutboxMessage::line).toList(),
                outbox.count(waitingOnly), request);
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public Page<SetAsideLine> listSetAside(boolean waitingOnly, PageRequest request) {
        return new Page<>(arrivals.listSetAside(waitingOnly, request).stream().map(SetAsideMessage::line).toList(),
                arrivals.countSetAside(waitingOnly), request);
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public OutboxLine findOutgoing(UUID messageId) {
        return outgoing(messageId).line();
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public SetAsideLine findSetAside(UUID id) {
        return setAside(id).line();
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public String readSetAside(UUID id, String reason) {
        mustSayWhy(reason);
        audit.looked(new AuditNote("messaging.read", null, "message", id.toString(), reason));
        return setAside(id).body();
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void sendAgain(UUID messageId, String reason) {
        mustSayWhy(reason);
        outgoing(messageId).sendAgain(clock.now());
        log("messaging.send-again", messageId, reason);
        waiting.fire(new MessageWaiting());
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void drop(UUID messageId, String reason) {
        mustSayWhy(reason);
        outgoing(messageId).drop(reason, clock.now());
        log("messaging.drop", messageId, reason);
        waiting.fire(new MessageWaiting());
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void retrySetAside(UUID id, String reason) {
        mustSayWhy(reason);
        var setAside = setAside(id);
        setAside.close(SetAsideMessage.State.SENT_AGAIN, actor.get().name(), reason, clock.now());
        outbox.find(setAside.messageId()).ifPresentOrElse(
                known -> known.sendAgain(clock.now()),
                () -> outbox.add(OutboxMessage.returned(setAside, clock.now())));
        log("messaging.retry-set-aside", setAside.messageId(), reason);
        waiting.fire(new MessageWaiting());
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public void dropSetAside(UUID id, String reason) {
        mustSayWhy(reason);
        var setAside = setAside(id);
        setAside.close(SetAsideMessage.State.DROPPED, actor.get().name(), reason, clock.now());
        log("messaging.drop-set-aside", setAside.messageId(), reason);
    }

    private OutboxMessage outgoing(UUID id) {
        return outbox.find(id).orElseThrow(() -> new RuleViolation(NO_SUCH_MESSAGE, id));
    }

    private SetAsideMessage setAside(UUID id) {
        return arrivals.findSetAside(id).orElseThrow(() -> new RuleViolation(NO_SUCH_MESSAGE, id));
    }

    private void log(String deed, UUID messageId, String reason) {
        audit.changed(new AuditNote(deed, null, "message", messageId.toString(), reason));
    }

    private static void mustSayWhy(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
    }
}
