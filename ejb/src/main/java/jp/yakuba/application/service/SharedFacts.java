package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.store.ApplicationStore;

/** Facts that several applications of one sitting say: what is corrected in one is corrected in those nobody has begun to work on. */
@ApplicationScoped
public class SharedFacts {
    private static final Set<ApplicationState> UNTOUCHED = Set.of(ApplicationState.WAITING, ApplicationState.VISIT);

    @Inject
    private ApplicationStore applications;

    @Inject
    private Forms forms;

    /** Carries what differs over to the siblings whose forms ask for it. */
    void carry(Application corrected, Correction.Change change) {
        var differing = new HashMap<>(change.after());
        differing.entrySet().removeAll(change.before().entrySet());
        var gone = new HashSet<>(change.before().keySet());
        gone.removeAll(change.after().keySet());
        if (differing.isEmpty() && gone.isEmpty()) {
            return;
        }
        applications.listOfBundle(corrected.arrival().bundleId()).stream()
                .filter(other -> !other.id().equals(corrected.id()) && UNTOUCHED.contains(other.state()))
                .forEach(other -> other.adopt(shareOf(other, differing), gone));
    }

    private Map<String, String> shareOf(Application other, Map<String, String> facts) {
        var arrival = other.arrival();
        return FactBook.shareOf(forms.version(arrival.procedure(), arrival.formVersion()), facts);
    }
}
