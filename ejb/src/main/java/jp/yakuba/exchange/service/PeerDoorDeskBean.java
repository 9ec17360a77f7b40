package jp.yakuba.exchange.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import jp.yakuba.exchange.api.PeerDoorDesk;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Role;

/** Lets offices in that are written down, with a certificate that is believed. */
@Stateless
@RunAs(Role.DESK)
public class PeerDoorDeskBean implements PeerDoorDesk {
    private static final Logger LOG = System.getLogger(PeerDoorDeskBean.class.getName());

    private OrganisationTrust trust;
    private PeerStore peers;
    private CertificateBook book;

    protected PeerDoorDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public PeerDoorDeskBean(OrganisationTrust trust, PeerStore peers, CertificateBook book) {
        this.trust = trust;
        this.peers = peers;
        this.book = book;
    }

    @Override
    @PermitAll // whoever knocks has no role yet; the certificate was proven in the handshake
    public Optional<Actor> admit(List<X509Certificate> shown, String origin) {
        var office = trust.officeOf(shown);
        var known = office.flatMap(peers::find).map(Peer::code);
        if (known.isEmpty()) {
            LOG.log(Level.WARNING, "A certificate from {0} is not let in: {1}", origin, office.map(code -> "office " + code + " is not known here")
                    .orElse("it is not believed, or names no office"));
        }
        known.ifPresent(code -> book.saw(code, shown.get(0), true));
        return known.map(code -> Actor.peer(code, origin));
    }
}
