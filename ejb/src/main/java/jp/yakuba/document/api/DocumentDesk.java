package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The records desk (文書窓口): receives what arrives, numbers what leaves. */
@Local
public interface DocumentDesk {
    /** Receives (収受) an incoming record in the caller's transaction and gives its number, once per cause. */
    RecordView receive(@Valid ReceiveRecord command);

    /** Numbers an outgoing record (施行) such as 「芽住第12号」 in the caller's transaction. */
    RecordView dispatch(@Valid DispatchRecord command);

    /** Says in the caller's transaction that the record's matter is done with (完結); a second time it changes nothing. */
    void complete(UUID recordId);

    /** Refuses with {@code DOC-001} whoever acts now if they may not read the record; for neighbours that show something of it. */
    void requireReadable(UUID recordId);

    /**
     * Leaves the record to these readers and nobody else, in the caller's deed: whoever was named before is not any more, drafts that it caused
     * close with it. With no readers nobody reads it until somebody is named. Refused with {@code DOC-001} if there is none.
     */
    void closeTo(UUID recordId, Set<UUID> readers);

    /** Those of the records, at most a thousand, of which others are named readers than just these; one that is not there, or has ended, is left out. */
    Set<UUID> listReadByOthers(Collection<UUID> recordIds, Set<UUID> readers);

    /** Those of the records that whoever acts now may read; for neighbours that show something of many. */
    Set<UUID> listReadable(Collection<UUID> recordIds);

    /** Where drafts stand, by id; it tells nothing of what they say, so it is no look at them. Those that are gone are not in it. */
    Map<UUID, DraftState> listDraftStates(Collection<UUID> draftIds);

    /** The record with the id; refused with {@code DOC-001} if there is none. */
    RecordView get(UUID recordId);
}
