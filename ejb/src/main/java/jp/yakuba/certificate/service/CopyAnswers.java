package jp.yakuba.certificate.service;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.certificate.api.CertificateProblem;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyPerson;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.model.AskedCopy;
import jp.yakuba.certificate.model.CopyItems;
import jp.yakuba.certificate.model.CopyReply;
import jp.yakuba.certificate.model.CopyRequest;
import jp.yakuba.certificate.model.ItemSeal;
import jp.yakuba.certificate.model.WideCopyWords;
import jp.yakuba.certificate.model.WideCopyXml;
import jp.yakuba.certificate.store.AskedStore;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.SendByRule;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServiceLetterArrived;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.resident.api.CopyAnswer;
import jp.yakuba.resident.api.CopyDesk;
import jp.yakuba.resident.api.CopyQuestion;

/** Answers what other towns ask of this town's ledger, by rule and with no clerk, once for each request. */
@ApplicationScoped
public class CopyAnswers {
    private static final String MATTER = "wide-copy";

    @Inject
    private AskedStore store;

    @Inject
    private AskedLetters letters;

    @Inject
    private CopyDesk copies;

    @Inject
    private ServiceDesk services;

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private CounterSection section;

    @Inject
    private CopyTerms terms;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** What is told, and what the ledger said. */
    private record Told(CopyReply reply, CopyAnswer ledger) {}

    /** Answers in the caller's deed, which took its turn with protections before the record got a number. The same request once more is a record and nothing else. */
    void answer(ServiceLetterArrived letter, CopyRequest request) {
        var peer = letter.line().peer();
        var known = store.find(peer, request.id());
        if (known.filter(one -> !one.says(letter.content())).isPresent()) { // judged at the same time as the first; judged again it is refused
            throw new RuleViolation(CertificateProblem.CHANGED_MEANWHILE);
        }
        boolean closed = letters.mustClose(peer, request); // as when the letter got its readers
        var asked = known.orElseGet(() -> answered(letter, request, closed));
        if (known.isPresent()) {
            store.addAgain(asked.id(), letter.recordId());
            audit.changed(note("certificate.asked-again", peer, request, null));
        }
        if (closed) {
            store.lock(asked.id()).ifPresent(letters::close);
        }
    }

    private AskedCopy answered(ServiceLetterArrived letter, CopyRequest request, boolean closed) {
        var told = told(letter, request);
        var from = new AskedCopy.Letter(letter.line().peer(), letter.line().peerName(), letter.recordId(), letter.number());
        var record = leave(once(from.peer(), request.id(), ""), from, told.reply(), closed);
        var ledger = told.ledger();
        var answer = new AskedCopy.Answer(told.reply().outcome(), record, ledger.asking(), ledger.persons().stream().map(CopyAnswer.Person::id).collect(toSet()),
                told.reply().outcome() == CopyOutcome.TOLD ? ledger.facts() : null);
        var asked = AskedCopy.answered(once(from.peer(), request.id(), ""), from, request, letter.content(), answer, clock.now());
        letters.keep(asked, request);
        audit.changed(note("certificate.answer", from.peer(), request, told.reply().outcome()));
        return asked;
    }

    /**
     * How an answer that has not left yet would end now. What was told holds for the day on which it was told, while nothing has changed and nobody is
     * protected; a refusal leaves whatever happens.
     */
    CopyOutcome now(AskedCopy asked) {
        if (asked.outcome() != CopyOutcome.TOLD) {
            return asked.outcome();
        }
        var again = copies.askAgain(asked.asking(), asked.persons(), asked.facts());
        boolean old = !asked.answeredAt().atZone(OfficeClock.ZONE).toLocalDate().equals(clock.today());
        return again == CopyAnswer.Outcome.TOLD && old ? CopyOutcome.TOO_LATE : CopyOutcome.valueOf(again.name());
    }

    /** Instead of what was told and may not leave a refusal does: an answer that never comes would be a sign of why. */
    void refuseInstead(UUID record) {
        store.findAnsweredBy(record).flatMap(one -> store.lock(one.id())).filter(one -> record.equals(one.answerRecord())).ifPresent(asked -> {
            var now = now(asked);
            if (asked.outcome() == CopyOutcome.TOLD) {
                var refusal = now == CopyOutcome.TOLD ? CopyOutcome.CHANGE_WAITS : now; // taken back is taken back: whoever asks again is told
                var from = new AskedCopy.Letter(asked.peer(), asked.peerName(), asked.recordId(), asked.number());
                store.addUnsent(asked.id(), record);
                asked.answerInstead(refusal, leave(once(asked.peer(), asked.request(), ":instead"), from, new CopyReply(asked.request(), refusal, null), asked.isClosed()));
                audit.changed(new AuditNote("certificate.refuse-instead", null, WideCopyPost.OBJECT, asked.request().toString(), asked.peer() + " " + refusal));
            }
        });
    }

    private static UUID once(String peer, UUID request, String which) {
        return UUID.nameUUIDFromBytes((MATTER + ":" + peer + ":" + request + which).getBytes(StandardCharsets.US_ASCII));
    }

    /** Whoever stood there has gone when the line was down for long: nothing is told then. */
    private Told told(ServiceLetterArrived letter, CopyRequest request) {
        if (clock.now().isAfter(request.askedAt().plus(terms.kept()))) {
            return new Told(new CopyReply(request.id(), CopyOutcome.TOO_LATE, null), CopyAnswer.refused(CopyAnswer.Outcome.NOT_HERE, null));
        }
        var sealed = new AtomicReference<byte[]>();
        var answer = copies.tell(new CopyQuestion(request.name(), request.birthDate(), request.address(), request.scope() == CopyScope.WHOLE, request.wanted(),
                AuditNote.words("広域交付", letter.line().peer(), request.clerk(), request.id())), found -> seal(request, found, sealed));
        return new Told(new CopyReply(request.id(), CopyOutcome.valueOf(answer.outcome().name()), sealed.get()), answer);
    }

    /** False if it cannot be said in the form: then it is not told at another desk. */
    private boolean seal(CopyRequest request, CopyAnswer answer, AtomicReference<byte[]> sealed) {
        try {
            var items = new CopyItems(clock.today(), request.scope() == CopyScope.WHOLE, request.relationships() ? answer.head() : null,
                    answer.persons().stream().map(one -> person(one, request.relationships())).toList());
            sealed.set(ItemSeal.seal(WideCopyXml.write(items), request.key(), request.id()));
            return true;
        } catch (StrictXml.NotRead unfit) {
            return false;
        }
    }

    private static CopyPerson person(CopyAnswer.Person one, boolean relationships) {
        return new CopyPerson(one.name(), one.romanName(), one.birthDate(), one.sex(), one.foreign(), one.becameResident(), one.address(), one.settledOn(),
                one.notifiedOn(), one.previousAddress(), relationships ? one.relationship() : null);
    }

    private UUID leave(UUID once, AskedCopy.Letter asked, CopyReply reply, boolean closed) {
        try {
            var part = WideCopyXml.write(reply);
            services.attach(once, new ServicePart(WideCopyAnswerService.CODE, WideCopyXml.VERSION, part));
            var record = dispatch.sendByRule(new SendByRule(once, WideCopyWords.ANSWER_RULE, section.ofLedger(), MATTER, asked.peer(), asked.peerName(),
                    WideCopyWords.ANSWER_TITLE, WideCopyWords.of(reply, asked.number(), part), Set.of(asked.number()), letters.readers(closed), asked.recordId()));
            services.detach(once); // the message has it
            return record.id();
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("An answer is of the form", impossible);
        }
    }

    private static AuditNote note(String deed, String peer, CopyRequest request, CopyOutcome outcome) {
        return new AuditNote(deed, null, WideCopyPost.OBJECT, request.id().toString(), AuditNote.words(peer, request.clerk(), outcome));
    }
}
