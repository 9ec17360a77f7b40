package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Where domains hand in what goes along with a letter for the programs of the other office. */
@Local
public interface ServiceDesk {
    /** Offices at which this one may use the service now, by code. */
    List<Office> listOffices(String service);

    /** Lays a part beside a draft in the caller's deed: whenever the draft leaves by the exchange, the part goes along. Another part takes its place. */
    void attach(UUID draftId, ServicePart part);

    /** Takes the part away again. */
    void detach(UUID draftId);

    /** An office, by its code. */
    record Office(String code, String name) {}
}
