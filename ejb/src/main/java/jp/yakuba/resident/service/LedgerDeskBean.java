package jp.yakuba.resident.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.LedgerAnswer;
import jp.yakuba.resident.api.LedgerDesk;
import jp.yakuba.resident.api.LedgerRequest;
import jp.yakuba.resident.model.EventState;
import jp.yakuba.resident.model.LedgerEvent;

/** Takes requests by queue; whatever a request holds, it gets an answer and never an exception. */
@Stateless
@RunAs(Role.DESK)
public class LedgerDeskBean implements LedgerDesk {
    private Entries entries;
    private Registration registration;
    private LedgerMail mail;
    private AuditDesk audit;

    protected LedgerDeskBean() {
        // for the container
    }

    @Inject
    public LedgerDeskBean(Entries entries, Registration registration, LedgerMail mail, AuditDesk audit) {
        this.entries = entries;
        this.registration = registration;
        this.mail = mail;
        this.audit = audit;
    }

    @Override
    @RolesAllowed(Role.SYSTEM)
    public void take(LedgerRequest request) {
        if (Stream.of(request.moveIn(), request.birth(), request.withdrawal()).filter(Objects::nonNull).count() != 1) {
            refuse(request, List.of("ONE_PART_NEEDED"));
        } else if (request.withdrawal() != null) {
            withdraw(request);
        } else {
            enter(request);
        }
    }

    private void enter(LedgerRequest request) {
        var wrong = request.moveIn() != null ? entries.formOf(request.moveIn()) : entries.formOf(request.birth());
        if (!wrong.isEmpty()) {
            refuse(request, wrong);
            return;
        }
        var event = request.moveIn() != null ? entries.enter(request.moveIn()) : entries.enter(request.birth());
        accept(request, event);
    }

    /** Takes back what stands provisionally; what was never entered or is withdrawn already needs no more. */
    private void withdraw(LedgerRequest request) {
        var standing = entries.standing(request.causeId());
        if (standing.filter(event -> event.state() == EventState.FINAL).isPresent()) {
            refuse(request, List.of("ALREADY_FINAL"));
            return;
        }
        standing.ifPresent(event -> {
            registration.withdraw(event, event.version(), request.withdrawal());
            audit.changed(new AuditNote(
                    "resident.withdraw", null, "ledger-event", event.id().toString(), request.withdrawal()));
        });
        mail.answer(new LedgerAnswer(request.messageId(), request.causeId(), standing.map(LedgerEvent::id).orElse(null),
                "WITHDRAWN", List.of()));
    }

    private void accept(LedgerRequest request, LedgerEvent event) {
        audit.changed(new AuditNote("resident.enter", null, "ledger-event", event.id().toString(), event.reason().name()));
        mail.answer(new LedgerAnswer(request.messageId(), request.causeId(), event.id(), event.state().name(),
                entries.inspect(event)));
    }

    private void refuse(LedgerRequest request, List<String> wrong) {
        audit.refused(new AuditNote(
                "resident.enter", null, "application", request.causeId().toString(), String.join(", ", wrong)));
        mail.answer(new LedgerAnswer(request.messageId(), request.causeId(), null, "REFUSED", wrong));
    }
}
