package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.exchange.store.AnswerStore;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.KeptProofStore;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.exchange.store.ServiceStore;

/** Takes away containers, receipts and heads of records that have come to their end; the book of uses stays. */
@ApplicationScoped
public class ExchangeEnd {
    @Inject
    private ParcelStore parcels;

    @Inject
    private ArrivalStore arrivals;

    @Inject
    private KeptProofStore proofs;

    @Inject
    private AnswerStore earlier;

    @Inject
    private ServiceStore services;

    @Inject
    private FileDesk files;

    void ended(@Observes RecordsEnded event) {
        var uses = new ArrayList<UUID>();
        event.records().forEach(record -> {
            proofs.forget(record.recordId());
            services.dropPart(record.causeId()); // a decision's cause is its draft
            parcels.forget(record.recordId()).forEach(sent -> {
                earlier.forget(sent.peer(), sent.id(), false);
                uses.add(sent.id());
            });
            arrivals.forget(record.recordId()).ifPresent(key -> {
                earlier.forget(key.peer(), key.id(), true);
                uses.add(Acceptance.useOf(key));
            });
        });
        files.release(uses);
    }
}
