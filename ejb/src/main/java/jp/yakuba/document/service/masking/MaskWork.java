package jp.yakuba.document.service.masking;

import static jp.yakuba.document.api.DocumentProblem.HIDDEN_WORDS;
import static jp.yakuba.document.api.DocumentProblem.MASKS_CHANGED;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_FILE;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_MASKS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.BeginMasks;
import jp.yakuba.document.api.DrawMask;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.masking.MaskPlace;
import jp.yakuba.document.model.masking.MaskSheet;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.document.store.HistoryStore;
import jp.yakuba.document.store.disposal.ContentStore;
import jp.yakuba.document.store.masking.MaskCopyStore;
import jp.yakuba.document.store.masking.MaskStore;
import jp.yakuba.document.store.masking.MaskStore.MaskedFile;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ShieldDesk;

/** The deeds on sheets of masks, for those who were let in already. */
@ApplicationScoped
public class MaskWork {
    private static final int LONGEST = 500;

    @Inject
    private MaskStore store;

    @Inject
    private MaskCopyStore copies;

    @Inject
    private MaskSources sources;

    @Inject
    private MaskClauses clauses;

    @Inject
    private FileStore files;

    @Inject
    private ContentStore content;

    @Inject
    private HistoryStore ends;

    @Inject
    private RecordHistory history;

    @Inject
    private ShieldDesk shield;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** A file of a record; refused if there is none. */
    MaskedFile file(UUID recordId, int position) {
        return store.findFile(recordId, position).orElseThrow(() -> new RuleViolation(NO_SUCH_FILE));
    }

    UUID begin(BeginMasks command) {
        var purpose = Reasons.given(command.purpose(), LONGEST);
        requireNoMark(purpose, null);
        var ground = sources.ground(command.recordId(), file(command.recordId(), command.position()));
        ends.lockEnd(command.recordId()); // whoever ends the record comes before or after, and finds this sheet
        if (store.findFile(command.recordId(), command.position()).isEmpty() || !files.hold(ground.source())) {
            throw new RuleViolation(NO_SUCH_FILE);
        }
        var sheet = MaskSheet.begin(ground, purpose, after(command, ground), actor.get(), clock.now());
        store.add(sheet);
        hand(sheet);
        return sheet.id();
    }

    /** The sheet that it begins with; one over other pages is none. */
    private MaskSheet after(BeginMasks command, MaskSheet.Ground ground) {
        return command.after() == null ? null : store.find(command.after())
                .filter(sheet -> sheet.recordId().equals(ground.recordId()) && sheet.source().equals(ground.source()))
                .orElseThrow(() -> new RuleViolation(NO_SUCH_MASKS));
    }

    void draw(MaskSheet sheet, DrawMask command) {
        var reason = Reasons.given(command.reason(), LONGEST);
        requireNoMark(reason, sheet.reasonOf(command.maskId()));
        sheet.draw(command.maskId(), MaskPlace.on(sheet.pages(), command.place()), clauses.get(command.ground()), reason);
        hand(sheet);
    }

    void takeOff(MaskSheet sheet, UUID maskId) {
        sheet.takeOff(maskId);
        hand(sheet);
    }

    void propose(MaskSheet sheet) {
        sheet.propose(actor.get(), clock.now());
        hand(sheet);
    }

    void giveBack(MaskSheet sheet, String reason) {
        sheet.giveBack(Reasons.given(reason, LONGEST));
    }

    void fix(MaskSheet sheet) {
        sheet.fix(store.listHands(sheet.id()), actor.get(), clock.now());
        history.note(sheet.recordId(), RecordEventKind.MASKED, Map.of("sheet", sheet.id(), "original", sheet.original(),
                "source", sheet.source(), "sheet-digest", sheet.digest(), "masks", sheet.count()));
    }

    /** Throws it away; the view of an Office file goes with the last sheet that lies on it. */
    void discard(MaskSheet sheet) {
        sheet.requireUnfixed();
        store.discard(sheet);
        if (!sheet.source().equals(sheet.original())) {
            content.forgetFiles(List.of(sheet.source()));
        }
    }

    /** True if there is something to be made. */
    boolean orderCopy(MaskSheet sheet) {
        sheet.requireFixed();
        requireWhole(sheet);
        return copies.order(sheet.id(), actor.get(), clock.now());
    }

    /** Refuses a sheet that is not the one that was fixed. */
    void requireWhole(MaskSheet sheet) {
        if (!sheet.holds()) {
            throw new RuleViolation(MASKS_CHANGED);
        }
    }

    private void hand(MaskSheet sheet) {
        store.addHand(sheet.id(), actor.get().id(), clock.now());
    }

    /** A mark stands where a protected address was hidden: whoever saves it would take the address out. */
    private void requireNoMark(String words, String before) {
        if (words.contains(ShieldDesk.HIDDEN) && (before == null || !shield.hide(before).equals(before))) {
            throw new RuleViolation(HIDDEN_WORDS);
        }
    }
}
