package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.DocumentExchange;
import jp.yakuba.document.api.ExchangeOffice;
import jp.yakuba.document.api.LeavingLetter;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.ServiceLetterOrdered;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.model.ParcelFile;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/** The exchange as records see it: a letter that is dispatched to an office becomes a message in the same deed. */
@ApplicationScoped
public class ExchangeWay implements DocumentExchange {
    @Inject
    private PeerLine line;

    @Inject
    private PeerStore peers;

    @Inject
    private ParcelStore parcels;

    @Inject
    private ArrivalStore arrivals;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private ServiceParts services;

    @Inject
    private Event<ServiceLetterOrdered> ordered;

    @Inject
    private Event<ParcelWaiting> bell;

    @Inject
    private OfficeClock clock;

    @Override
    public List<ExchangeOffice> listOffices() {
        return line.isOn()
                ? peers.list().stream().filter(Peer::isActive).map(peer -> new ExchangeOffice(peer.code(), peer.name())).toList()
                : List.of();
    }

    @Override
    public void send(LeavingLetter letter) {
        var answered = letter.causeId() == null ? null
                : arrivals.findOf(letter.causeId()).filter(arrival -> arrival.key().peer().equals(letter.office())).orElse(null);
        var id = UUID.randomUUID();
        var conversation = answered == null ? conversationOf(letter).orElse(id) : answered.conversation();
        var sequence = peers.takePlace(letter.office(), conversation);
        var part = services.partOf(letter.draftId()).orElse(null);
        services.requireAgreed(letter.office(), part, answered != null);
        var head = head(letter, id, conversation, sequence, answered);
        parcels.add(Parcel.ordered(letter.deliveryId(), letter.recordId(), letter.office(),
                part == null ? head : head.with(part.service(), part.version()), letter.section(), clock.now())
                .carrying(part == null ? null : part.content()), letter.files().stream().map(file -> new ParcelFile(file.sha256(), file.name())).toList());
        if (part != null) {
            ordered.fire(new ServiceLetterOrdered(letter.office(), id, conversation, letter.draftId(), letter.recordId(), letter.number(),
                    part.service(), part.version(), part.content()));
        }
        bell.fire(new ParcelWaiting());
    }

    /** What an own letter to the office caused goes on in the conversation of that letter. */
    private Optional<UUID> conversationOf(LeavingLetter letter) {
        return letter.causeId() == null ? Optional.empty() : parcels.listOf(List.of(letter.causeId())).stream()
                .filter(parcel -> parcel.peer().equals(letter.office())).map(Parcel::conversation).findFirst();
    }

    @Override
    public boolean isBound(UUID draftId) {
        return services.hasPart(draftId);
    }

    private LetterHead head(LeavingLetter letter, UUID id, UUID conversation, int sequence, Arrival answered) {
        return new LetterHead(id, conversation, sequence, new LetterHead.Party(organization.town().code(), organization.town().name(), null),
                new LetterHead.Party(letter.office(), letter.office(), letter.officeSection()), letter.number(), letter.date(), letter.title(),
                LetterMark.valueOf(letter.mark().name()), answered == null ? null : answered.key().id(), letter.deadline(), LetterHead.LETTER,
                List.of());
    }
}
