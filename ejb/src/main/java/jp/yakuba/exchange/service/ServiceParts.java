package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.DraftEnded;
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

    /** True if a part lies beside the draft. */
    boolean hasPart(UUID draftId) {
        return store.hasPart(draftId);
    }

    /** A draft that will never be decided carries nothing. */
    void ended(@Observes DraftEnded draft) {
        store.dropPart(draft.draftId());
    }

    /** Refuses a service that is not agreed with the office; whoever was asked by it may answer. */
    void requireAgreed(String office, ServicePart part, boolean answers) {
        if (part != null && !answers && !store.mayAsk(office, part.service())) {
            throw new RuleViolation(ExchangeProblem.SERVICE_NOT_AGREED, office, part.service());
        }
    }
}
