package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.LATER_SENT;
import static jp.yakuba.exchange.api.ExchangeProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_MESSAGE;
import static jp.yakuba.exchange.api.ExchangeProblem.OF_ITS_SECTION;
import static jp.yakuba.exchange.api.ExchangeProblem.OTHER_SECTION;
import static jp.yakuba.exchange.api.ExchangeProblem.REASON_MISSING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.exchange.api.ArrivalLine;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PeerStore.Use;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the exchange desk. Who may see a message of a record is who may read the record; the lists say no titles. */
@Stateless
@RunAs(Role.DESK)
public class ExchangeDeskBean implements ExchangeDesk {
    private static final String OBJECT = "exchange-message";

    private ParcelStore parcels;
    private ArrivalStore arrivals;
    private PeerStore peers;
    private ServiceGate gate;
    private DocumentDesk records;
    private Evidence evidence;
    private AuditDesk audit;
    private Event<ParcelWaiting> bell;
    private CurrentActor actor;
    private OfficeClock clock;

    protected ExchangeDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ExchangeDeskBean(
            ParcelStore parcels, ArrivalStore arrivals, PeerStore peers, ServiceGate gate, DocumentDesk records, Evidence evidence, AuditDesk audit,
            Event<ParcelWaiting> bell, CurrentActor actor, OfficeClock clock) {
        this.parcels = parcels;
        this.arrivals = arrivals;
        this.peers = peers;
        this.gate = gate;
        this.records = records;
        this.evidence = evidence;
        this.audit = audit;
        this.bell = bell;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.OPERATOR})
    public Page<ParcelLine> listParcels(boolean openOnly, PageRequest request) {
        var names = names();
        var rows = parcels.list(openOnly, request).stream().map(parcel -> parcel.line(names.get(parcel.peer()))).toList();
        return new Page<>(rows, parcels.count(openOnly), request);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.OPERATOR})
    public Page<ArrivalLine> listArrivals(boolean openOnly, PageRequest request) {
        var names = names();
        var rows = arrivals.list(openOnly, request).stream().map(arrival -> arrival.line(names.get(arrival.key().peer()))).toList();
        return new Page<>(rows, arrivals.count(openOnly), request);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<ParcelLine> listOfRecord(UUID recordId) {
        records.requireReadable(recordId);
        var names = names();
        return parcels.listOf(List.of(recordId)).stream().map(parcel -> parcel.line(names.get(parcel.peer()))).toList();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public Optional<ArrivalLine> findOfRecord(UUID recordId) {
        records.requireReadable(recordId);
        return arrivals.findOf(recordId).map(arrival -> arrival.line(names().get(arrival.key().peer())));
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void requireEvidence(UUID recordId, UUID messageId) {
        records.requireReadable(recordId);
        if (arrival(recordId, messageId).isEmpty() && parcel(recordId, messageId).isEmpty()) {
            throw new RuleViolation(NO_SUCH_MESSAGE);
        }
    }

    private Optional<Arrival> arrival(UUID recordId, UUID messageId) {
        return arrivals.findOf(recordId).filter(found -> found.key().id().equals(messageId));
    }

    private Optional<Parcel> parcel(UUID recordId, UUID messageId) {
        return parcels.find(messageId).filter(found -> found.recordId().equals(recordId) && found.sha256() != null);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void writeEvidence(UUID recordId, UUID messageId, OutputStream to) throws IOException {
        requireEvidence(recordId, messageId);
        var arrival = arrival(recordId, messageId);
        var parcel = parcel(recordId, messageId);
        audit.changed(new AuditNote("exchange.evidence", null, "record", recordId.toString(), messageId.toString()));
        if (arrival.isPresent()) {
            write(arrival.get(), to);
        } else {
            write(parcel.get(), to);
        }
    }

    private void write(Arrival arrival, OutputStream to) throws IOException {
        evidence.write(arrival.key().id(), arrival.sha256(), arrival.answer(), arrival.report(), to);
    }

    private void write(Parcel parcel, OutputStream to) throws IOException {
        evidence.write(parcel.id(), parcel.sha256(), parcel.answer(), null, to);
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.OPERATOR})
    public void tryNow(UUID parcelId, String reason) {
        open(parcelId, "exchange.try", reason).tryAt(clock.now());
        bell.fire(new ParcelWaiting());
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.OPERATOR})
    public void giveUp(UUID parcelId, String reason) {
        open(parcelId, "exchange.give-up", reason).giveUp("BY_HAND");
        bell.fire(new ParcelWaiting());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_MANAGER, Role.OPERATOR})
    public void takeBack(UUID parcelId, String reason) {
        var parcel = locked(parcelId, reason);
        requireOwn(parcel);
        if (!parcel.line(null).canBeTakenBack()) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        parcel.takeBack(clock.now());
        note(parcel, "exchange.take-back", reason);
        if (!parcel.isOpen()) {
            peers.note(new Use(clock.now(), parcel.peer(), false, parcel.service(), "take-back", parcelId, parcel.state().name(), 0));
        }
        bell.fire(new ParcelWaiting());
    }

    /** The section that sent it, and whoever keeps the records of all, or the system; what was sent by rule its readers in that section alone. */
    private void requireOwn(Parcel parcel) {
        var who = actor.get();
        boolean own = parcel.section().equals(who.section());
        boolean may = gate.isOfItsSection(parcel.service()) ? own && !records.listReadable(Set.of(parcel.recordId())).isEmpty()
                : own || who.holds(Role.RECORDS_MANAGER) || who.holds(Role.OPERATOR);
        if (!may) {
            throw refused(parcel, "exchange.take-back", gate.isOfItsSection(parcel.service()) ? OF_ITS_SECTION : OTHER_SECTION);
        }
    }

    private RuleViolation refused(Parcel parcel, String deed, ExchangeProblem why) {
        audit.refused(new AuditNote(deed, null, OBJECT, parcel.id().toString(), why.code()));
        return new RuleViolation(why);
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.OPERATOR})
    public void orderAgain(UUID parcelId, String reason) {
        var parcel = locked(parcelId, reason);
        if (gate.isOfItsSection(parcel.service())) {
            throw refused(parcel, "exchange.order-again", OF_ITS_SECTION); // its section writes it anew: what it says may not be told any more
        }
        if (!parcel.line(null).canBeOrderedAgain()) { // the peer may hold it as taken back, and would never judge it
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        if (parcels.holdLater(parcel)) {
            throw new RuleViolation(LATER_SENT);
        }
        parcel.again(clock.now());
        note(parcel, "exchange.order-again", reason);
        bell.fire(new ParcelWaiting());
    }

    private Parcel open(UUID parcelId, String deed, String reason) {
        var parcel = locked(parcelId, reason);
        if (!parcel.isOpen()) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        note(parcel, deed, reason);
        return parcel;
    }

    private Parcel locked(UUID parcelId, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
        return parcels.lock(parcelId).orElseThrow(() -> new RuleViolation(NO_SUCH_MESSAGE));
    }

    private void note(Parcel parcel, String deed, String reason) {
        audit.changed(new AuditNote(deed, null, OBJECT, parcel.id().toString(), reason.strip()));
    }

    private Map<String, String> names() {
        return peers.list().stream().collect(Collectors.toMap(Peer::code, Peer::name));
    }
}
