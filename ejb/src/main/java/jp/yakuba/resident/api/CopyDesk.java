package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import java.util.Collection;
import java.util.UUID;

/** The desk that tells what a copy of the residence record (住民票の写し) says to another municipality's desk. It compares, and never searches. */
@Local
public interface CopyDesk {
    /** What is told; each person who is told of, or asked for in vain, stands in the audit log with the reason. */
    CopyAnswer tell(CopyQuestion question);

    /** False once one of them, or somebody they live with, is protected (支援措置): what was told and has not left yet does not leave. */
    boolean mayTell(Collection<UUID> persons);
}
