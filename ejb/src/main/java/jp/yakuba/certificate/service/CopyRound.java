package jp.yakuba.certificate.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.certificate.model.IssuedCopy;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Deletes what came for requests whose time is over, and leaves closed letters to those who hold the office today; each in a transaction of its own. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CopyRound {
    private WideCopyStore store;
    private AskedLetters letters;
    private AuditDesk audit;
    private OfficeClock clock;

    protected CopyRound() {
        // for the container
    }

    /** For the container. */
    @Inject
    public CopyRound(WideCopyStore store, AskedLetters letters, AuditDesk audit, OfficeClock clock) {
        this.store = store;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Requests whose time is over. */
    @RolesAllowed(Role.SYSTEM)
    public List<UUID> listDue() {
        return store.listDue(clock.now());
    }

    /** Deletes it, unless another node did; a sheet that nobody fetched is void. */
    @RolesAllowed(Role.SYSTEM)
    public void expire(UUID id) {
        store.lock(id).filter(copy -> !copy.isErased()).ifPresent(copy -> {
            var issued = store.listIssued(id);
            copy.expire(clock.now(), issued.stream().anyMatch(IssuedCopy::isFetched));
            if (copy.isErased()) {
                issued.forEach(IssuedCopy::lapse);
                audit.changed(new AuditNote("certificate.expire", null, WideCopyPost.OBJECT, id.toString(), copy.state().name()));
            }
        });
    }

    /** Some of the closed records: those that others read than today's protection officers, and the last that was looked at; null at the end. */
    public record Part(List<UUID> misread, UUID last) {}

    /** The next thousand behind the record; the first if it is null. */
    @RolesAllowed(Role.SYSTEM)
    public Part listMisread(UUID behind) {
        return letters.listMisread(behind == null ? AskedLetters.FIRST : behind);
    }

    /** Names today's readers of one; said twice, by two nodes, it changes nothing more, and stands in the history once. */
    @RolesAllowed(Role.SYSTEM)
    public void nameReaders(UUID record) {
        letters.nameReaders(record);
    }
}
