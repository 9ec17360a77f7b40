package jp.yakuba.inquiry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.api.ServiceDesk;
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
    private OfficeClock clock;

    /** A line for each office, by code. */
    List<OfficeLine> of(Inquiry inquiry) {
        var asked = store.listOffices(inquiry.id()).stream().collect(Collectors.toMap(AskedOffice::peer, Function.identity()));
        var codes = new TreeSet<>(inquiry.recordId() == null ? inquiry.offices() : asked.keySet());
        var parcels = inquiry.recordId() == null ? Map.<UUID, ParcelLine>of()
                : exchange.listOfRecord(inquiry.recordId()).stream().collect(Collectors.toMap(ParcelLine::id, Function.identity()));
        var answers = store.listAnswers(inquiry.id()).stream().collect(Collectors.groupingBy(ReceivedAnswer::peer));
        var names = services.listOffices(InquiryService.CODE).stream().collect(Collectors.toMap(ServiceDesk.Office::code, ServiceDesk.Office::name));
        return codes.stream().map(code -> {
            var parcel = asked.containsKey(code) ? parcels.get(asked.get(code).message()) : null;
            var name = parcel == null ? names.getOrDefault(code, code) : parcel.peerName();
            return line(inquiry, new Place(code, name, parcel), answers.getOrDefault(code, List.of()));
        }).toList();
    }

    private record Place(String code, String name, ParcelLine parcel) {}

    private OfficeLine line(Inquiry inquiry, Place place, List<ReceivedAnswer> answers) {
        var others = answers.stream().filter(one -> !one.counts()).map(ReceivedAnswer::other).toList();
        var counting = answers.stream().filter(ReceivedAnswer::counts).findFirst();
        if (counting.isEmpty()) {
            return new OfficeLine(place.code(), place.name(), stateOf(inquiry, place.parcel()), null, false, null, null, List.of(), others);
        }
        var answer = counting.get();
        boolean again = others.stream().anyMatch(one -> one.state() == jp.yakuba.inquiry.api.AnswerState.REPLACED);
        return new OfficeLine(place.code(), place.name(), again ? OfficeState.ANSWERED_AGAIN : OfficeState.ANSWERED, answer.arrivedAt(), answer.isLate(),
                answer.number(), answer.recordId(), answer.given(), others);
    }

    private OfficeState stateOf(Inquiry inquiry, ParcelLine parcel) {
        if (parcel == null) {
            return OfficeState.CHOSEN;
        }
        if (parcel.state() == ParcelState.REFUSED) {
            return OfficeState.REFUSED;
        }
        if (parcel.state() == ParcelState.GIVEN_UP || parcel.state() == ParcelState.CANCELLED) {
            return OfficeState.UNREACHED;
        }
        if (clock.today().isAfter(inquiry.deadline())) {
            return OfficeState.OVERDUE;
        }
        return parcel.state() == ParcelState.RECEIPTED ? OfficeState.RECEIVED : OfficeState.SENT;
    }
}
