package jp.yakuba.audit.api;

import jakarta.ejb.Local;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The book of looks, changes and refusals. The actor is taken from the request; callers name only what was touched. */
@Local
public interface AuditDesk {
    /** A change of data, written in the deed's own transaction. */
    void changed(AuditNote note);

    /** A look at personal data, written in a transaction of its own. */
    void looked(AuditNote note);

    /** Looks that one deed made at many persons, such as the lines of a list: all of them in one transaction of their own. */
    void lookedAtAll(Collection<AuditNote> notes);

    /** A refusal, written in a transaction of its own so that it stays when the deed rolls back. */
    void refused(AuditNote note);

    /** The actor's own latest look of that sort at the person since the moment; empty if there was none. */
    Optional<OwnLook> findOwnLook(String deed, UUID personId, Instant since);

    /** Shortcut for a look at one person. */
    default void looked(String deed, UUID personId, String reason) {
        looked(AuditNote.ofPerson(deed, personId, reason));
    }
}
