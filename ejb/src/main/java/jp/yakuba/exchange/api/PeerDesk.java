package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;

/** Where operators keep the offices with which documents are exchanged (相手方). Every change stands in the audit and in a history of its own. */
@Local
public interface PeerDesk {
    /** All of them, by code. */
    List<PeerView> list();

    /** One of them; refused with {@code EXC-001} if it is not written down. */
    PeerView find(String code);

    /** Services that this office knows: letters, and what its domains offer. */
    List<String> listServices();

    /** Writes a new office down; it is in use from now on. Refused if its code is known. */
    void add(@Valid WritePeer words);

    /** Writes an office down anew; refused if somebody changed it since the version that was read. */
    void write(@Valid WritePeer words);

    /** Nothing is sent to the office or taken from it any more; what waits goes on waiting. Refused without a reason. */
    void suspend(String code, long version, String reason);

    /** Documents are exchanged with the office again. Refused without a reason. */
    void resume(String code, long version, String reason);

    /** How it was written down after every change, latest first. */
    List<PeerChange> listChanges(String code);

    /** Tries now what waits for the office, whatever pause it has; returns how many letters. Refused without a reason. */
    int tryAll(String code, String reason);
}
