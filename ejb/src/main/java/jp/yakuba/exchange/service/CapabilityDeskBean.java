package jp.yakuba.exchange.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import jp.yakuba.exchange.api.Capability;
import jp.yakuba.exchange.api.CapabilityDesk;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;

/** Behind the desk for capabilities: what is agreed with the office that asks. */
@Stateless
@RunAs(Role.DESK)
public class CapabilityDeskBean implements CapabilityDesk {
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    /** What the form of signatures takes; another one is a line there and a word here. */
    private static final List<String> ALGORITHMS = List.of("sha-256", "sha-384", "sha-512", "rsa-pkcs1", "rsa-pss", "ecdsa");

    private PeerAtDoor door;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected CapabilityDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public CapabilityDeskBean(PeerAtDoor door, OrganizationDesk organization, OfficeClock clock) {
        this.door = door;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.PEER)
    public Capability find() {
        var peer = door.served().view();
        var town = organization.town();
        var now = clock.now();
        return new Capability(town.code(), town.name(), List.of(Capability.VERSION), now, now.plus(GOOD_FOR),
                new Capability.Limits(peer.mostBytes(), OpenTransfer.LARGEST_CHUNK, OpenTransfer.MOST_CHUNKS, peer.perMinute()), peer.services(), ALGORITHMS);
    }
}
