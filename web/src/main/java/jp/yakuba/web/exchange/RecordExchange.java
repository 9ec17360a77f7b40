package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.ArrivalLine;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Role;
import jp.yakuba.web.shell.Pages;

/** What the page of a record shows of the exchange: how it came, or to whom it went and what they answered. */
@Named
@RequestScoped
public class RecordExchange {
    @Inject
    private ExchangeDesk desk;

    @Inject
    private CurrentActor actor;

    private UUID record;
    private List<ParcelLine> parcels = List.of();
    private ArrivalLine arrival;

    /** True if the record came or went by the exchange. */
    public boolean has(UUID id) {
        read(id);
        return arrival != null || !parcels.isEmpty();
    }

    /** To whom it went. */
    public List<ParcelLine> parcels(UUID id) {
        read(id);
        return parcels;
    }

    /** How it came; null if it did not. */
    public ArrivalLine arrival(UUID id) {
        read(id);
        return arrival;
    }

    /** True if the actor may take the message back: the section that sent it, who keeps the records, who keeps the system. */
    public boolean mayTakeBack(ParcelLine parcel) {
        var who = actor.get();
        return parcel.canBeTakenBack()
                && (parcel.section().equals(who.section()) || who.holds(Role.RECORDS_MANAGER) || who.holds(Role.OPERATOR));
    }

    private void read(UUID id) {
        if (id != null && !id.equals(record)) {
            record = Pages.named(id);
            parcels = desk.listOfRecord(id);
            arrival = desk.findOfRecord(id).orElse(null);
        }
    }
}
