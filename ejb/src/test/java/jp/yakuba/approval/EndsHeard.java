package jp.yakuba.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.yakuba.approval.api.MatterDecided;

/** Hears, in a test, how proposals end. */
@ApplicationScoped
public class EndsHeard {
    private final Set<String> ends = ConcurrentHashMap.newKeySet();

    void on(@Observes MatterDecided decided) {
        ends.add(decided.proposalId() + " " + decided.outcome());
    }

    /** Proposals and outcomes, in words. */
    public Set<String> ends() {
        return Set.copyOf(ends);
    }
}
