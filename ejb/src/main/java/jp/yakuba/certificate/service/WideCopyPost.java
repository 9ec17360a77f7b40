package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.certificate.model.CopyReply;
import jp.yakuba.certificate.model.WideCopy;
import jp.yakuba.certificate.model.WideCopyXml;
import jp.yakuba.certificate.store.AskedStore;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.exchange.api.ServiceLetterArrived;
import jp.yakuba.kernel.StrictXml;

/** Takes in what the exchange brings, in the deed that enters the record: what others ask is answered in it. */
@ApplicationScoped
public class WideCopyPost {
    static final String OBJECT = "wide-copy";

    @Inject
    private WideCopyStore store;

    @Inject
    private AskedStore others;

    @Inject
    private CopyAnswers answers;

    @Inject
    private AuditDesk audit;

    void arrived(@Observes ServiceLetterArrived letter) {
        try {
            if (letter.service().equals(WideCopyService.CODE)) {
                answers.answer(letter, WideCopyXml.readRequest(letter.content()));
            } else if (letter.service().equals(WideCopyAnswerService.CODE)) {
                take(letter, WideCopyXml.readReply(letter.content()));
            }
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("A part that was judged cannot be read", impossible);
        }
    }

    /** The first answer counts. One that comes too late, or after the request was withdrawn, stays a record that nobody can read. */
    private void take(ServiceLetterArrived letter, CopyReply reply) {
        store.lock(reply.request()).ifPresent(asked -> {
            boolean counts = asked.answer(reply, new WideCopy.Letter(letter.recordId(), letter.number(), letter.storedAt()));
            audit.changed(new AuditNote("certificate.answered", null, OBJECT, asked.id().toString(),
                    AuditNote.words(letter.line().peer(), reply.outcome(), counts ? null : "late")));
        });
    }

    void ended(@Observes RecordsEnded event) {
        event.records().forEach(record -> {
            store.forget(record.recordId());
            others.forget(record.recordId());
        });
    }
}
