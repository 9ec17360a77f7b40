package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.certificate.model.WideCopyXml;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.resident.api.CopyDesk;

/** The service by which other towns ask for what a copy says. */
@ApplicationScoped
public class WideCopyService implements OfferedService {
    static final String CODE = "wide-copy";
    private static final Set<CopyState> GIVEN_UP = EnumSet.of(CopyState.WITHDRAWN, CopyState.LAPSED);
    /** Clocks of offices differ, but not by more. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    @Inject
    private WideCopyStore store;

    @Inject
    private CounterSection section;

    @Inject
    private CopyDesk copies;

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

    /** Those who keep the ledger, whatever the head of the letter names; what says where somebody lives who may be protected is for protection officers alone. */
    @Override
    public Optional<Home> home(Offer offer) {
        try {
            store.takeTurnsWithProtection();
            var asked = WideCopyXml.readRequest(offer.content());
            var code = section.ofLedger();
            boolean closed = copies.isLikeShielded(asked.name(), asked.birthDate(), asked.address());
            return Optional.of(new Home(code, closed ? section.protectionOfficers() : section.registrars(code), closed));
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
            return asked.askedAt().isAfter(clock.now().plus(AHEAD)) || asked.birthDate().isAfter(clock.today())
                    ? Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "a day in the future")) : Optional.empty();
        } catch (StrictXml.NotRead other) { // its words would repeat those of the request, and stand in lists and logs
            return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "not of the form"));
        }
    }
}
