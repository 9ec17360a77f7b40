package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/**
 * The desk of disposal (廃棄): a list of files whose period is over goes from the head of the section to general affairs, to the
 * archivist, and to a second person; only then anything goes. It can be given back or called off at every step.
 */
@Local
public interface DisposalDesk {
    /** Lists that the actor may see, latest first, after the one named; null for the first ones. */
    List<DisposalLine> list(UUID after, int size);

    /** One list; refused with {@code DOC-086} if there is none for the actor. */
    DisposalSheet get(UUID disposalId);

    /** Puts the files of a section whose period is over and that stand on no other list on a new one, two hundred at most. */
    UUID draw(String section);

    /** Says what the section proposes for files of the list. */
    void judge(UUID disposalId, long version, @Valid List<JudgeDossier> verdicts);

    /** Says what the archivist chooses for files of the list. */
    void choose(UUID disposalId, long version, @Valid List<ChooseForArchive> choices);

    /** Passes the list on to the next step; at the last one this confirms it. */
    void pass(UUID disposalId, long version);

    /** Gives the list back to the step before, with the reason. */
    void giveBack(UUID disposalId, long version, String reason);

    /** Calls the whole list off, with the reason; what is gone stays gone. */
    void callOff(UUID disposalId, long version, String reason);

    /** Takes a single file off the list, with the reason. */
    void callOff(UUID disposalId, long version, UUID dossierId, String reason);

    /** Protocols of what went, latest first, after the one named; null for the first ones. */
    List<ProtocolView> listProtocols(UUID after, int size);

    /** One protocol; refused with {@code DOC-092} if there is none for the actor. */
    ProtocolView getProtocol(UUID protocolId);
}
