package jp.yakuba.document.service.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Optional;
import jp.yakuba.document.model.signing.OfficeSignature;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.dispatch.DispatchStore;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.kernel.OfficeClock;

/** Lets mails go that waited for the time stamp of what they carry; with what there is, once they have waited long enough. */
@ApplicationScoped
public class SignedMail {
    @Inject
    private SignatureStore signatures;

    @Inject
    private DispatchStore deliveries;

    @Inject
    private RecordStore records;

    @Inject
    private DispatchNews news;

    @Inject
    private OfficeClock clock;

    /** The signed copy whose mail may go next, but for some; empty if there is none. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<String> findNext(Collection<String> but) {
        return signatures.findMailDue(clock.now(), but);
    }

    /** Orders the mail of the signed copy; false if another node does it or has done it. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean send(String original) {
        var due = signatures.lockMailDue(original);
        due.ifPresent(this::order);
        return due.isPresent();
    }

    private void order(OfficeSignature signature) {
        var record = records.find(signature.recordId()).orElseThrow();
        deliveries.listByMail(signature.recordId(), signature.original())
                .forEach(delivery -> news.mail(delivery, record, signature.latest()));
        signature.mailed();
    }
}
