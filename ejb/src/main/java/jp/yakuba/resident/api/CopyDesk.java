package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** The desk that tells what a copy of the residence record (住民票の写し) says to another municipality's desk. It compares, and never searches. */
@Local
public interface CopyDesk {
    /** What is told; each person who is told of, or asked for in vain, stands in the audit log with the reason. */
    CopyAnswer tell(CopyQuestion question);

    /**
     * True if somebody who is protected has the name or the day of birth, or the address is like a shielded one: a letter that says all three is then
     * not for everybody who keeps the ledger. On doubt it is.
     */
    boolean isLikeShielded(String name, LocalDate birthDate, String address);

    /** False once one of them, or somebody they live with, is protected (支援措置): what was told and has not left yet does not leave. */
    boolean mayTell(Collection<UUID> persons);
}
