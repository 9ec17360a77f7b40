package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.exchange.api.PeerDesk;
import jp.yakuba.exchange.api.PeerView;

/** Behind {@code office/exchange-peers.xhtml}: the offices with which documents are exchanged. */
@Named
@RequestScoped
public class PeersPage {
    @Inject
    private PeerDesk desk;

    private List<PeerView> peers = List.of();

    /** Reads them. */
    public void open() {
        peers = desk.list();
    }

    public List<PeerView> getPeers() {
        return peers;
    }
}
