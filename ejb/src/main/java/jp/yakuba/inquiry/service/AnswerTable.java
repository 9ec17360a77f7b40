package jp.yakuba.inquiry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.inquiry.api.AnswerState;
import jp.yakuba.inquiry.api.OfficeLine;
import jp.yakuba.inquiry.api.OfficeState;
import jp.yakuba.inquiry.model.AskedOffice;
import jp.yakuba.inquiry.model.Inquiry;
import jp.yakuba.inquiry.model.ReceivedAnswer;
import jp.yakuba.inquiry.store.InquiryStore;
import jp.yakuba.kernel.OfficeClock;

/** The table of answers (回答一覧): how far each office is, and what it answered. */
@ApplicationScoped
public class AnswerTable {
    @Inject
    private InquiryStore store;

    @Inject
    private ExchangeDesk exchange;

    @Inject
    private ServiceDesk services;

    @Inject
    private InquiryExits exits;

    @Inject
    private OfficeClock clock;

    /** A line for each office, by code. */
    List<OfficeLine> of(Inquiry inquiry) {
        var asked = store.listOffices(inquiry.id()).stream().collect(Collectors.toMap(AskedOffice::peer, Function.identity()));
        var codes = new TreeSet<>(inquiry.offices());
        codes.addAll(asked.keySet());
        var parcels = parcelsOf(asked.values());
        var counting = store.listCounting(inquiry.id()).stream().collect(Collectors.toMap(ReceivedAnswer::peer, Function.identity()));
        var others = store.listOthers(inquiry.id());
        var names = services.listOffices(InquiryService.CODE).stream().collect(Collectors.toMap(ServiceDesk.Office::code, ServiceDesk.Office::name));
        return codes.stream().map(code -> {
            var parcel = asked.containsKey(code) ? parcels.get(asked.get(code).message()) : null;
            var name = parcel == null ? names.getOrDefault(code, code) : parcel.peerName();
            var place = new Place(code, name, asked.get(code), parcel);
            return line(inquiry, place, counting.get(code), others.getOrDefault(code, List.of()));
        }).toList();
    }

    /** An inquiry that left more than once left by more than one letter. */
    private Map<UUID, ParcelLine> parcelsOf(Collection<AskedOffice> asked) {
        var letters = asked.stream().map(AskedOffice::recordId).filter(Objects::nonNull).collect(Collectors.toSet());
        return exits.readable(letters).stream().flatMap(letter -> exchange.listOfRecord(letter).stream())
                .collect(Collectors.toMap(ParcelLine::id, Function.identity()));
    }

    private record Place(String code, String name, AskedOffice asked, ParcelLine parcel) {
        Instant remindedAt() {
            return asked == null ? null : asked.remindedAt();
        }
    }

    private OfficeLine line(Inquiry inquiry, Place place, ReceivedAnswer answer, List<OfficeLine.Other> others) {
        if (answer == null) {
            return new OfficeLine(place.code(), place.name(), stateOf(inquiry, place), null, false, null, null, List.of(), place.remindedAt(), others);
        }
        boolean again = others.stream().anyMatch(one -> one.state() == AnswerState.REPLACED);
        return new OfficeLine(place.code(), place.name(), again ? OfficeState.ANSWERED_AGAIN : OfficeState.ANSWERED, answer.arrivedAt(), answer.isLate(),
                answer.number(), answer.recordId(), answer.given(), place.remindedAt(), others);
    }

    private OfficeState stateOf(Inquiry inquiry, Place place) {
        if (place.asked() == null) {
            return OfficeState.CHOSEN;
        }
        var way = place.parcel() == null ? ParcelState.ORDERED : place.parcel().state();
        if (way == ParcelState.REFUSED) {
            return OfficeState.REFUSED;
        }
        if (way == ParcelState.GIVEN_UP || way == ParcelState.CANCELLED) {
            return OfficeState.UNREACHED;
        }
        if (clock.today().isAfter(inquiry.deadline())) {
            return OfficeState.OVERDUE;
        }
        return way == ParcelState.RECEIPTED ? OfficeState.RECEIVED : OfficeState.SENT;
    }
}
