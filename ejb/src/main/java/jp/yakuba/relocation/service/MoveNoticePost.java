package jp.yakuba.relocation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.exchange.api.ServiceLetterArrived;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.relocation.api.RelocationProblem;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.MoveNoticeXml;
import jp.yakuba.relocation.model.ReceivedNotice;
import jp.yakuba.relocation.store.NoticeStore;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.MovedIn;

/** Takes in what the exchange brings, in the deed that enters the record; whoever is to be protected is so before anybody sees it. */
@ApplicationScoped
public class MoveNoticePost {
    @Inject
    private NoticeStore store;

    @Inject
    private MoveOutDesk ledger;

    @Inject
    private ClosedLetters letters;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    void arrived(@Observes ServiceLetterArrived letter) {
        if (letter.service().equals(MoveNoticeService.CODE)) {
            take(letter);
        }
    }

    /** The same notice once more is a record and nothing else. */
    private void take(ServiceLetterArrived letter) {
        var said = said(letter);
        var peer = letter.line().peer();
        ledger.takeTurns();
        var known = store.findOf(peer, said.id());
        if (known.filter(one -> !one.says(letter.content())).isPresent()) { // judged at the same time as the first; judged again it is refused
            throw new RuleViolation(RelocationProblem.CHANGED_MEANWHILE);
        }
        boolean protectsNow = said.shielded() && known.isEmpty() // said again it protects nobody anew whose protection was ended here
                && ledger.shieldMeant(movedOf(said), letter.line().peerName()) > 0;
        if (protectsNow) {
            letters.tellProtected(said.id());
        }
        if (known.isPresent()) {
            store.addRepeated(known.get().id(), letter.recordId());
            note("relocation.repeated", known.get(), letter);
            store.lock(known.get().id()).ifPresent(notice -> closeRepeated(notice, said));
        } else {
            enter(letter, said);
        }
        if (said.shielded()) {
            letters.closeBefore(peer, said);
        }
    }

    /** Somebody may be protected since it came first; and of what is closed already the letter that came now is closed too. */
    private void closeRepeated(ReceivedNotice notice, MoveNotice said) {
        if (letters.mustClose(notice.peer(), said)) {
            letters.close(notice);
        }
    }

    /** A correction takes the place of what it corrects, whichever arrives first. */
    private void enter(ServiceLetterArrived letter, MoveNotice said) {
        var peer = letter.line().peer();
        var notice = ReceivedNotice.by(new ReceivedNotice.Letter(peer, letter.line().peerName(), letter.recordId(), letter.section(), letter.number(),
                clock.now()), said, letter.content());
        if (said.corrects() != null) {
            store.findOf(peer, said.corrects()).flatMap(one -> store.lock(one.id())).ifPresent(ReceivedNotice::replace);
        }
        if (!store.listCorrecting(peer, said.id()).isEmpty()) {
            notice.replace();
        }
        store.add(notice);
        store.write();
        said.persons().forEach(one -> store.addPerson(notice.id(), ledger.keyOf(one.name()), one.birthDate()));
        store.addPieces(notice.id(), ledger.piecesOf(said.previousAddress()));
        letters.closeIfMust(notice); // asked anew: it may have become so since the letter got its readers
        note("relocation.arrived", notice, letter);
    }

    private static MoveNotice said(ServiceLetterArrived letter) {
        try {
            return MoveNoticeXml.read(letter.content());
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("A part that was judged cannot be read", impossible);
        }
    }

    /** Those who moved, as the ledger is asked for them. */
    static List<MovedIn.Person> movedOf(MoveNotice said) {
        return said.persons().stream().map(MoveNoticePost::movedOf).toList();
    }

    static MovedIn.Person movedOf(MoveNotice.Person one) {
        return new MovedIn.Person(one.name(), one.kana(), one.birthDate(), one.sex());
    }

    private void note(String deed, ReceivedNotice notice, ServiceLetterArrived letter) {
        audit.changed(new AuditNote(deed, null, "move-notice", notice.id().toString(), letter.line().peer() + " " + letter.number()));
    }

    void ended(@Observes RecordsEnded event) {
        event.records().forEach(record -> store.forget(record.recordId()));
    }
}
