package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationState.DECIDING;
import static jp.yakuba.application.api.ApplicationState.DONE;
import static jp.yakuba.application.api.ApplicationState.IN_CORE;
import static jp.yakuba.application.api.ApplicationState.REFUSED;
import static jp.yakuba.application.api.ApplicationState.VISIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.LifeCourse;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.approval.api.MatterDecided;
import jp.yakuba.document.api.DispatchRecord;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.resident.api.BirthBecameFinal;
import jp.yakuba.resident.api.MoveBecameFinal;

/** Hears what foundation domains announce, inside their deed: a matter decided, a move final. */
@ApplicationScoped
public class NeighbourNews {
    /** The kind of subject under which applications are proposed for a decision. */
    public static final String APPLICATION = "application";

    @Inject
    private ApplicationStore applications;

    @Inject
    private DocumentDesk documents;

    @Inject
    private LifeSteps life;

    @Inject
    private Notices notices;

    @Inject
    private Occasions occasions;

    @Inject
    private Remedies remedies;

    /** A decision stands or falls with what follows from it for the application. */
    void on(@Observes MatterDecided decided) {
        if (!APPLICATION.equals(decided.subjectType())) {
            return;
        }
        applications.lock(decided.subjectId())
                .filter(application -> application.state() == DECIDING)
                .ifPresent(application -> {
                    if (decided.approved()) {
                        carryOut(application, decided.proposalId());
                    } else {
                        application.returned(occasions.ofSection(application.arrival().section(), null));
                        life.changed("application.returned", application, null);
                    }
                });
    }

    private void carryOut(Application application, UUID proposalId) {
        var arrival = application.arrival();
        var outgoing = documents.dispatch(new DispatchRecord(
                "decision", proposalId, application.recordId(), arrival.section(), arrival.procedureName(),
                arrival.applicantName(), List.of()));
        var occasion = occasions.ofSection(arrival.section(), null);
        var said = remedies.today(application);
        application.decided(outgoing.number(), remedies.issued(application, said), next(application), occasion);
        notices.decided(application, said);
        life.follow(application, occasion);
    }

    private static ApplicationState next(Application application) {
        if (!application.decision().isGrant()) {
            return REFUSED;
        }
        return application.arrival().coreSystem() == null ? DONE : IN_CORE;
    }

    /** The move is in the ledger: its report is done, and what waited for it goes on by itself. */
    void on(@Observes MoveBecameFinal moved) {
        applications.lock(moved.causeId()).filter(application -> application.state() == VISIT || LifeCourse.isOnTheDesk(application.state()))
                .ifPresent(application -> {
            var occasion = occasions.ofSection(application.arrival().section(), null);
            life.joinLedger(application, moved.personOfAccount());
            life.step(application, DONE, occasion);
        });
    }

    /** The child is in the ledger: the report is done, and what waited for it goes on by itself. */
    void on(@Observes BirthBecameFinal born) {
        applications.lock(born.causeId()).filter(application -> LifeCourse.isOnTheDesk(application.state()))
                .ifPresent(application ->
                        life.step(application, DONE, occasions.ofSection(application.arrival().section(), null)));
    }
}
