package jp.yakuba.exchange.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.ServiceStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Behind the desk where domains hand in parts of letters. */
@Stateless
public class ServiceDeskBean implements ServiceDesk {
    private static final int MOST = 1_000;

    private ServiceStore store;
    private ParcelStore parcels;
    private PeerStore peers;
    private OfficeClock clock;

    protected ServiceDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ServiceDeskBean(ServiceStore store, ParcelStore parcels, PeerStore peers, OfficeClock clock) {
        this.store = store;
        this.parcels = parcels;
        this.peers = peers;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<Office> listOffices(String service) {
        return store.listOffices(service);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<Office> listAgreed(String service) {
        return store.listAgreed(service);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<ParcelLine> listParcels(Collection<UUID> recordIds) {
        return lines(parcels.listOf(recordIds));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Set<UUID> listRefusedReplies(String service, Collection<UUID> recordIds) {
        return store.listRefusedReplies(service, recordIds);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<UUID> listFailed(String service) {
        return parcels.listFailed(service, MOST);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void settle(UUID recordId) {
        parcels.settle(recordId);
    }

    private List<ParcelLine> lines(List<Parcel> found) {
        var names = peers.list().stream().collect(Collectors.toMap(Peer::code, Peer::name));
        return found.stream().map(parcel -> parcel.line(names.get(parcel.peer()))).toList();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public void attach(UUID draftId, ServicePart part) {
        store.keepPart(draftId, part, clock.now());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public void detach(UUID draftId) {
        store.dropPart(draftId);
    }
}
