package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.exchange.store.ServiceStore;
import jp.yakuba.kernel.RuleViolation;

/** What goes along with letters that leave, for the programs of the other office. */
@ApplicationScoped
public class ServiceParts {
    @Inject
    private ServiceStore store;

    /** The part that lies beside a draft. */
    Optional<ServicePart> partOf(UUID draftId) {
        return store.findPart(draftId);
    }

    /** Refuses a service that is not agreed with the office; whoever was asked by it may answer. */
    void requireAgreed(String office, ServicePart part, boolean answers) {
        if (part != null && !answers && !store.mayAsk(office, part.service())) {
            throw new RuleViolation(ExchangeProblem.SERVICE_NOT_AGREED, office, part.service());
        }
    }
}
