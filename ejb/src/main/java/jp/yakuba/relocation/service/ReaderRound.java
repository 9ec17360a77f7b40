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

/** Leaves the records of notices to those who hold the office today, whoever held it when they were named; each in a transaction of its own. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReaderRound {
    private ClosedLetters letters;

    protected ReaderRound() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ReaderRound(ClosedLetters letters) {
        this.letters = letters;
    }

    /** Some of the records of notices: those that others read than those who hold the office today, and the last that was looked at; null at the end. */
    public record Part(List<UUID> misread, UUID last) {}

    /** The next thousand behind the record; the first if it is null. */
    @RolesAllowed(Role.SYSTEM)
    public Part listMisread(UUID behind) {
        return letters.listMisread(behind == null ? ClosedLetters.FIRST : behind);
    }

    /** Names today's readers of one; said twice, by two nodes, it changes nothing more, and stands in the history once. */
    @RolesAllowed(Role.SYSTEM)
    public void nameReaders(UUID record) {
        letters.nameReaders(record);
    }
}
