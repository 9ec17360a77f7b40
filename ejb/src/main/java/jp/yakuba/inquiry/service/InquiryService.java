package jp.yakuba.inquiry.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.kernel.StrictXml;

/** The service by which other offices ask this one. */
@ApplicationScoped
public class InquiryService implements OfferedService {
    static final String CODE = "inquiry";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(InquiryXml.VERSION);
    }

    @Override
    public Optional<Fault> judge(Offer offer) {
        try {
            InquiryXml.readInquiry(offer.content());
            return Optional.empty();
        } catch (StrictXml.NotRead other) {
            return Optional.of(new Fault(ExchangeFault.SERVICE_INVALID, other.rule()));
        }
    }
}
