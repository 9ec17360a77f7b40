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
import jp.yakuba.application.model.Occasion;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.store.ApplicationStore;

/**
 * Facts that several applications of one sitting say: what is corrected in one is corrected in those nobody has begun to work on. The
 * others stay as they are, and say so to the applicant and to their section.
 */
@ApplicationScoped
public class SharedFacts {
    private static final Set<ApplicationState> UNTOUCHED = Set.of(ApplicationState.WAITING, ApplicationState.VISIT);

    @Inject
    private ApplicationStore applications;

    @Inject
    private Forms forms;

    @Inject
    private Occasions occasions;

    /** Carries what differs over to the siblings whose forms ask for it, or tells them that it was not. */
    void carry(Application corrected, Correction.Change change) {
        var differing = new HashMap<>(change.after());
        differing.entrySet().removeAll(change.before().entrySet());
        var gone = new HashSet<>(change.before().keySet());
        gone.removeAll(change.after().keySet());
        if (differing.isEmpty() && gone.isEmpty()) {
            return;
        }
        applications.listOfBundle(corrected.arrival().bundleId()).stream()
                .filter(other -> !other.id().equals(corrected.id()))
                .forEach(other -> carry(other, shareOf(other, differing), gone, corrected));
    }

    private void carry(Application other, Map<String, String> facts, Set<String> gone, Application corrected) {
        if (UNTOUCHED.contains(other.state())) {
            other.adopt(facts, gone);
        } else if (other.differsFrom(facts, gone)) {
            other.keepOwnFacts(occasions.ofOffice(Occasion.CORRECTED_ELSEWHERE + corrected.arrival().procedure()));
        }
    }

    private Map<String, String> shareOf(Application other, Map<String, String> facts) {
        var arrival = other.arrival();
        return FactBook.shareOf(forms.version(arrival.procedure(), arrival.formVersion()), facts);
    }
}
