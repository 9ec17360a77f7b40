package jp.yakuba.certificate.service;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
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
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.SendByRule;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServiceLetterArrived;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.resident.api.CopyAnswer;
import jp.yakuba.resident.api.CopyDesk;
import jp.yakuba.resident.api.CopyQuestion;

/** Answers what other towns ask of this town's ledger, by rule and with no clerk, once for each request. */
@ApplicationScoped
public class CopyAnswers {
    private static final String MATTER = "wide-copy";

    @Inject
    private WideCopyStore store;

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

    /** What is told, and of whom; whoever asked is among them, as far as the ledger knows who it is. */
    private record Told(CopyReply reply, Set<UUID> persons) {}

    /** Answers in the caller's deed. The same request once more is a record and nothing else. */
    void answer(ServiceLetterArrived letter, CopyRequest request) {
        var peer = letter.line().peer();
        store.takeTurns(peer, request.id());
        if (store.findAsked(peer, request.id()).isPresent()) {
            audit.changed(note("certificate.asked-again", letter, request, null));
            return;
        }
        var told = told(letter, request);
        var once = UUID.nameUUIDFromBytes((MATTER + ":" + peer + ":" + request.id()).getBytes(StandardCharsets.US_ASCII));
        var record = leave(once, letter, told.reply());
        store.add(AskedCopy.answered(once, peer, request, told.reply().outcome(), new AskedCopy.Letters(letter.recordId(), record), told.persons(), clock.now()));
        store.write();
        audit.changed(note("certificate.answer", letter, request, told.reply().outcome()));
    }

    /** Whoever stood there has gone when the line was down for long: nothing is told then. */
    private Told told(ServiceLetterArrived letter, CopyRequest request) {
        if (clock.now().isAfter(request.askedAt().plus(terms.kept()))) {
            return refused(request, CopyOutcome.TOO_LATE, null);
        }
        var answer = copies.tell(new CopyQuestion(request.name(), request.birthDate(), request.address(), request.scope() == CopyScope.WHOLE, request.wanted(),
                AuditNote.words("広域交付", letter.line().peer(), request.clerk(), request.id())));
        return switch (answer.outcome()) {
            case TOLD -> sealed(request, answer);
            case NOT_HERE -> refused(request, CopyOutcome.NOT_HERE, answer.asking());
            case CHANGE_WAITS -> refused(request, CopyOutcome.CHANGE_WAITS, answer.asking());
        };
    }

    private static Told refused(CopyRequest request, CopyOutcome outcome, UUID asking) {
        return new Told(new CopyReply(request.id(), outcome, null), asking == null ? Set.of() : Set.of(asking));
    }

    /** What cannot be said in the form is not told at another desk. */
    private static Told sealed(CopyRequest request, CopyAnswer answer) {
        try {
            var items = WideCopyXml.write(new CopyItems(request.scope() == CopyScope.WHOLE, request.relationships() ? answer.head() : null,
                    answer.persons().stream().map(one -> person(one, request.relationships())).toList()));
            return new Told(new CopyReply(request.id(), CopyOutcome.TOLD, ItemSeal.seal(items, request.key(), request.id())),
                    Stream.concat(Stream.of(answer.asking()), answer.persons().stream().map(CopyAnswer.Person::id)).collect(toSet()));
        } catch (StrictXml.NotRead unfit) {
            return refused(request, CopyOutcome.NOT_HERE, answer.asking());
        }
    }

    private static CopyPerson person(CopyAnswer.Person one, boolean relationships) {
        return new CopyPerson(one.name(), one.romanName(), one.birthDate(), one.sex(), one.foreign(), one.becameResident(), one.address(), one.settledOn(),
                one.notifiedOn(), one.previousAddress(), relationships ? one.relationship() : null);
    }

    private UUID leave(UUID once, ServiceLetterArrived letter, CopyReply reply) {
        try {
            var part = WideCopyXml.write(reply);
            var from = section.ofLedger();
            services.attach(once, new ServicePart(WideCopyAnswerService.CODE, WideCopyXml.VERSION, part));
            var record = dispatch.sendByRule(new SendByRule(once, WideCopyWords.ANSWER_RULE, from, MATTER, letter.line().peer(), letter.line().peerName(),
                    WideCopyWords.ANSWER_TITLE, WideCopyWords.of(reply, letter.number(), part), Set.of(letter.number()), section.registrars(from), letter.recordId()));
            services.detach(once); // the message has it
            return record.id();
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("An answer is of the form", impossible);
        }
    }

    private static AuditNote note(String deed, ServiceLetterArrived letter, CopyRequest request, CopyOutcome outcome) {
        return new AuditNote(deed, null, WideCopyPost.OBJECT, request.id().toString(), AuditNote.words(letter.line().peer(), request.clerk(), outcome));
    }
}
