package jp.yakuba.relocation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.Role;
import jp.yakuba.relocation.model.ReceivedNotice;
import jp.yakuba.relocation.store.NoticeStore;

/** Gives closed letters that nobody reads to the first protection officers who are in office; each in a transaction of its own. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReaderRound {
    private NoticeStore store;
    private ClosedLetters letters;

    protected ReaderRound() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ReaderRound(NoticeStore store, ClosedLetters letters) {
        this.store = store;
        this.letters = letters;
    }

    /** Notices whose letters nobody reads. */
    @RolesAllowed(Role.SYSTEM)
    public List<UUID> listUnread() {
        return store.listUnread();
    }

    /** Finds readers for one, unless another node did. */
    @RolesAllowed(Role.SYSTEM)
    public void findReaders(UUID id) {
        store.lock(id).filter(ReceivedNotice::isUnread).ifPresent(letters::findReaders);
    }
}
