package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.certificate.model.CopyReply;
import jp.yakuba.certificate.model.ItemSeal;
import jp.yakuba.certificate.model.WideCopy;
import jp.yakuba.certificate.model.WideCopyXml;
import jp.yakuba.certificate.store.AskedStore;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.StrictXml;

/** The service by which towns that were asked answer. */
@ApplicationScoped
public class WideCopyAnswerService implements OfferedService {
    static final String CODE = "wide-copy-answer";

    @Inject
    private WideCopyStore store;

    @Inject
    private CounterSection section;

    @Inject
    private AskedStore others;

    @Inject
    private CopyAnswers answers;

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

    /** Since it was written somebody may be protected, something may have changed, and the day may be over. */
    @Override
    public boolean mayLeave(Leaving letter) {
        return others.findAnsweredBy(letter.recordId()).filter(asked -> answers.now(asked) == asked.outcome()).isPresent();
    }

    @Override
    public void takenBack(Leaving letter) {
        answers.refuseInstead(letter.recordId());
    }

    /**
     * An answer is of the office that was asked, sealed to the key of the request, and says what was asked, as far as the key is here still; whether it is
     * late is no fault.
     */
    @Override
    public Optional<Fault> judge(Offer offer) {
        try {
            var reply = WideCopyXml.readReply(offer.content());
            var asked = store.find(reply.request()).filter(one -> one.isOf(offer.peer()));
            if (asked.isEmpty()) {
                return Optional.of(new Fault(ExchangeFault.SERVICE_UNASKED, reply.request().toString()));
            }
            return wrong(asked.get(), reply).map(detail -> new Fault(ExchangeFault.SERVICE_INVALID, detail));
        } catch (StrictXml.NotRead other) {
            return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, "not of the form"));
        }
    }

    private Optional<String> wrong(WideCopy asked, CopyReply reply) {
        try {
            return reply.sealed() == null || asked.isAnsweredBy(reply.sealed(), clock.now()) ? Optional.empty() : Optional.of("not what was asked");
        } catch (ItemSeal.NotOpened | StrictXml.NotRead other) {
            return Optional.of("not sealed to the key, or not of the form");
        }
    }
}
