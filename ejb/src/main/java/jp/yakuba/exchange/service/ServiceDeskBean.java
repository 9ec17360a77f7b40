package jp.yakuba.exchange.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.store.ServiceStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Behind the desk where domains hand in parts of letters. */
@Stateless
public class ServiceDeskBean implements ServiceDesk {
    private ServiceStore store;
    private OfficeClock clock;

    protected ServiceDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ServiceDeskBean(ServiceStore store, OfficeClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DESK})
    public List<Office> listOffices(String service) {
        return store.listOffices(service);
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
