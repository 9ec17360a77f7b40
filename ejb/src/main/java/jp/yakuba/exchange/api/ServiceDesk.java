package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where domains hand in what goes along with a letter for the programs of the other office. */
@Local
public interface ServiceDesk {
    /** Offices at which this one may use the service now, by code. */
    List<Office> listOffices(String service);

    /** Offices with which it is agreed that this one uses the service, those too that are suspended: what is sent to them waits. */
    List<Office> listAgreed(String service);

    /** What became of the messages of the records. */
    List<ParcelLine> listParcels(Collection<UUID> recordIds);

    /** Those of the records whose messages were answered by a letter of the service, from the office they went to, that was refused here. */
    Set<UUID> listRefusedReplies(String service, Collection<UUID> recordIds);

    /** Records whose messages of the service were refused, taken back or given up and not seen to since, latest first, at most a thousand. */
    List<UUID> listFailed(String service);

    /** Whatever became of the message of the record, its domain has seen to it: {@link #listFailed} does not list it any more. */
    void settle(UUID recordId);

    /** Lays a part beside a draft, or beside what makes a notice by rule due, in the caller's deed: whenever the draft leaves by the exchange, the part goes along. Another part takes its place. */
    void attach(UUID draftId, ServicePart part);

    /** Takes the part away again. */
    void detach(UUID draftId);

    /** An office, by its code. */
    record Office(String code, String name) {}
}
