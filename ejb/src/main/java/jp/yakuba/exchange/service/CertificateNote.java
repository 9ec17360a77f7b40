package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jp.yakuba.exchange.store.WatchStore;

/** Writes a certificate down in a deed of its own. */
@ApplicationScoped
public class CertificateNote {
    @Inject
    private WatchStore store;

    /** Writes it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void write(WatchStore.Shown shown) {
        store.saw(shown);
    }
}
