package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PeerStore.Use;

/** Writes uses of the exchange down that belong to no deed of their own. */
@ApplicationScoped
public class UseBook {
    @Inject
    private PeerStore peers;

    /** Writes it down, whatever becomes of the caller. */
    @Transactional(TxType.REQUIRES_NEW)
    public void note(Use use) {
        peers.note(use);
    }
}
