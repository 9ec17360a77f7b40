package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.certificate.model.WideCopy;
import jp.yakuba.certificate.model.WideCopyXml;
import jp.yakuba.certificate.store.AskedStore;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.StrictXml;

/** The service by which other towns ask for what a copy says. */
@ApplicationScoped
public class WideCopyService implements OfferedService {
    static final String CODE = "wide-copy";
    private static final Set<CopyState> GIVEN_UP = EnumSet.of(CopyState.WITHDRAWN, CopyState.LAPSED);

    @Inject
    private WideCopyStore store;

    @Inject
    private AskedStore others;

    @Inject
    private AskedLetters letters;

    @Inject
    private CounterSection section;

    @Inject
    private OfficeClock clock;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(WideCopyXml.VERSION);
    }

    /**
     * Those who keep the ledger, whatever the head of the letter names; what says where somebody lives who may be protected is for protection officers
     * alone, and for nobody where there are none. The turn is held until the request is answered, so that no protection begins in between.
     */
    @Override
    public Optional<Home> home(Offer offer) {
        try {
            letters.takeTurns(); // before the record gets its number, as every notice of a move does
            boolean closed = letters.mustClose(offer.peer(), WideCopyXml.readRequest(offer.content()));
            return Optional.of(new Home(section.ofLedger(), letters.readers(closed), closed));
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("A part that was judged cannot be read", impossible);
        }
    }

    @Override
    public boolean isOfItsSection() {
        return true;
    }

    /** Withdrawn or lapsed it asks nothing any more: nobody stands before the desk. An answer may be here before this office knows that the letter arrived. */
    @Override
    public boolean mayLeave(Leaving letter) {
        return store.findSentAs(letter.recordId()).filter(asked -> !GIVEN_UP.contains(asked.state())).isPresent();
    }

    @Override
    public Optional<Fault> judge(Offer offer) {
        try {
            var asked = WideCopyXml.readRequest(offer.content());
            if (asked.askedAt().isAfter(clock.now().plus(WideCopy.CLOCKS)) || asked.birthDate().isAfter(clock.today())) {
                return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "a day in the future"));
            }
            return others.find(offer.peer(), asked.id()).filter(known -> !known.says(offer.content()))
                    .map(known -> new Fault(ExchangeFault.SERVICE_INVALID, "the id of another request"));
        } catch (StrictXml.NotRead other) { // its words would repeat those of the request, and stand in lists and logs
            return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "not of the form"));
        }
    }
}
