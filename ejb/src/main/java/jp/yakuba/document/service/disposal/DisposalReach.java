package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.NOT_YOUR_STEP;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.model.disposal.Disposal;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Role;

/** Who sees lists of disposal, and whose step is whose. */
@ApplicationScoped
public class DisposalReach {
    @Inject
    private OwnReach reach;

    @Inject
    private CurrentActor actor;

    @Inject
    private DisposalNotes notes;

    /** The actor as one who reads lists: general affairs and the archivist see those of every section. */
    Reader reader() {
        return new Reader(actor.get().id(), reach.sections(), reach.isWholeOffice() || isArchivist());
    }

    private boolean isArchivist() {
        return actor.get().holds(Role.ARCHIVIST);
    }

    /** The section and all it has taken over from. */
    List<String> within(String section) {
        return reach.within(section);
    }

    void requireKeeping(String section, String deed) {
        reach.requireKeeping(section, deed);
    }

    /** True if the step at which the list stands belongs to the actor. */
    boolean isAtStep(Disposal list) {
        return switch (list.state()) {
            case CHECKING -> actor.get().holds(Role.DECIDER) && reach.sections().contains(list.section());
            case REVIEWING, CONFIRMING -> reach.isWholeOffice();
            case APPRAISING -> isArchivist();
            default -> false;
        };
    }

    /** Refuses, and writes down, what belongs to others. */
    void requireStep(Disposal list, String deed) {
        if (!isAtStep(list)) {
            throw notes.refused(deed, "disposal", list.id(), NOT_YOUR_STEP);
        }
    }

    /** General affairs calls off at every step, whoever has the step too, and the section while the list is still its own. */
    void requireCallingOff(Disposal list, String deed) {
        if (!mayCallOff(list)) {
            throw notes.refused(deed, "disposal", list.id(), NOT_YOUR_STEP);
        }
    }

    private boolean mayCallOff(Disposal list) {
        boolean going = list.state().isUnderWay() || list.state() == DisposalState.CONFIRMED;
        return going && (reach.isWholeOffice() || isAtStep(list) || list.state() == DisposalState.CHECKING && reach.keeps(list.section()));
    }

    /** What the actor may do with the list. */
    DisposalSheet.Rights rights(Disposal list) {
        boolean second = list.state() != DisposalState.CONFIRMING || !list.hasHandOf(actor.get());
        return new DisposalSheet.Rights(isAtStep(list) && second, mayCallOff(list),
                isArchivist() && list.state() == DisposalState.CONFIRMED);
    }
}
