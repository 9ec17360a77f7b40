package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.model.CopyReply;
import jp.yakuba.certificate.model.ItemSeal;
import jp.yakuba.certificate.model.WideCopy;
import jp.yakuba.certificate.model.WideCopyXml;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.resident.api.CopyDesk;

/** The service by which towns that were asked answer. */
@ApplicationScoped
public class WideCopyAnswerService implements OfferedService {
    static final String CODE = "wide-copy-answer";

    @Inject
    private WideCopyStore store;

    @Inject
    private CounterSection section;

    @Inject
    private CopyDesk copies;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(WideCopyXml.VERSION);
    }

    /** Those at whose desk the resident stands. */
    @Override
    public Optional<Home> home(Offer offer) {
        try {
            return store.find(WideCopyXml.readReply(offer.content()).request()).map(WideCopy::section).map(section::today)
                    .map(code -> new Home(code, section.registrars(code), false));
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("A part that was judged cannot be read", impossible);
        }
    }

    @Override
    public boolean isOfItsSection() {
        return true;
    }

    /** Somebody may be protected since it was written. */
    @Override
    public boolean mayLeave(Leaving letter) {
        return store.findAnsweredBy(letter.recordId())
                .filter(asked -> asked.outcome() != CopyOutcome.TOLD || copies.mayTell(asked.persons())).isPresent();
    }

    /** An answer is of the office that was asked, and sealed to the key of the request, as far as it is here still; whether it is late is no fault. */
    @Override
    public Optional<Fault> judge(Offer offer) {
        try {
            var reply = WideCopyXml.readReply(offer.content());
            var asked = store.find(reply.request()).filter(one -> one.isOf(offer.peer()));
            if (asked.isEmpty()) {
                return Optional.of(new Fault(ExchangeFault.SERVICE_UNASKED, reply.request().toString()));
            }
            return isReadable(asked.get(), reply) ? Optional.empty() : Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "not sealed to the key"));
        } catch (StrictXml.NotRead other) {
            return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "not of the form"));
        }
    }

    private static boolean isReadable(WideCopy asked, CopyReply reply) {
        try {
            return reply.sealed() == null || asked.open(reply.sealed()) != null || !asked.hasKey();
        } catch (ItemSeal.NotOpened | StrictXml.NotRead other) {
            return false;
        }
    }
}
