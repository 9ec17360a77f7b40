package jp.yakuba.relocation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.relocation.model.MoveNoticeXml;
import jp.yakuba.relocation.store.NoticeStore;
import jp.yakuba.resident.api.MoveOutDesk;

/** The service by which other towns tell this one of people who lived here. */
@ApplicationScoped
public class MoveNoticeService implements OfferedService {
    static final String CODE = "move-notice";

    @Inject
    private NoticeStore store;

    @Inject
    private LedgerSection section;

    @Inject
    private ClosedLetters letters;

    @Inject
    private MoveOutDesk ledger;

    @Inject
    private OfficeClock clock;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(MoveNoticeXml.VERSION);
    }

    /**
     * Those who keep the ledger, and nobody else, whatever the letter's mark is; a letter that tells where somebody went who is protected here
     * is read by protection officers alone, and by nobody where there are none. Notices of an office follow each other, so that a correction and what it
     * corrects never miss each other.
     */
    @Override
    public Optional<Home> home(Offer offer) {
        try {
            ledger.takeTurns(); // before the record gets its number: whoever makes a move final holds the turn when they ask for one
            store.takeTurns(offer.peer());
            boolean closed = letters.mustClose(offer.peer(), MoveNoticeXml.read(offer.content()));
            return Optional.of(new Home(section.code(), closed ? section.protectionOfficers() : section.registrars(), closed));
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("A part that was judged cannot be read", impossible);
        }
    }

    @Override
    public boolean isOfItsSection() {
        return true;
    }

    /** What waited may tell by now where somebody lives who was protected meanwhile; a notice with the mark tells nothing. */
    @Override
    public boolean mayLeave(Leaving letter) {
        try {
            var said = MoveNoticeXml.read(letter.content());
            return said.shielded() || store.findSentBy(letter.recordId()).map(sent -> ledger.listClosed(List.of(sent.eventId())).isEmpty()).orElse(false);
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("A part that was written here cannot be read", impossible);
        }
    }

    @Override
    public Optional<Fault> judge(Offer offer) {
        try {
            var said = MoveNoticeXml.read(offer.content());
            if (said.movedOn().isAfter(clock.today()) || said.persons().stream().anyMatch(one -> one.birthDate().isAfter(said.movedOn()))) {
                return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "a day in the future, or before birth"));
            }
            return store.findOf(offer.peer(), said.id()).filter(known -> !known.says(offer.content()))
                    .map(known -> new Fault(ExchangeFault.SERVICE_INVALID, "the id of another notice"));
        } catch (StrictXml.NotRead other) { // its words would repeat those of the notice, and stand in lists and logs
            return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "not of the form"));
        }
    }
}
