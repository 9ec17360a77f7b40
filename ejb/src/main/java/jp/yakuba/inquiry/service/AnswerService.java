package jp.yakuba.inquiry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.inquiry.model.AnswerRules;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.inquiry.model.OfficeKey;
import jp.yakuba.inquiry.store.InquiryStore;
import jp.yakuba.kernel.StrictXml;

/** The service by which offices that were asked answer. */
@ApplicationScoped
public class AnswerService implements OfferedService {
    static final String CODE = "inquiry-answer";

    @Inject
    private InquiryStore store;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(InquiryXml.VERSION);
    }

    /** An answer is of an office that was asked, and keeps the form that it was sent; whether it is late is no fault. */
    @Override
    public Optional<Fault> judge(Offer offer) {
        try {
            var answer = InquiryXml.readAnswer(offer.content());
            var inquiry = store.find(new OfficeKey(answer.inquiry(), offer.peer())).flatMap(office -> store.find(answer.inquiry()));
            if (inquiry.isEmpty()) {
                return Optional.of(new Fault(ExchangeFault.SERVICE_UNASKED, answer.inquiry().toString()));
            }
            var form = inquiry.get().questions();
            var faults = AnswerRules.faults(form, answer.given());
            return faults.isEmpty() && AnswerRules.belong(form, answer.given()) ? Optional.empty()
                    : Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, faults.toString()));
        } catch (StrictXml.NotRead other) {
            return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, other.rule()));
        }
    }
}
