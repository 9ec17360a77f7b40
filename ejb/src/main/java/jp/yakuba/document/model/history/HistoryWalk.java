package jp.yakuba.document.model.history;

import java.security.MessageDigest;
import java.util.UUID;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.HistoryBreak.Kind;

/** A walk along the history of one record from its first step, which stops at the first that does not hold. */
public final class HistoryWalk {
    private final UUID recordId;
    private HistoryEnd end = HistoryEnd.beforeTheFirst();
    private HistoryBreak firstBreak;

    /** A walk that has not begun. */
    public HistoryWalk(UUID recordId) {
        this.recordId = recordId;
    }

    /** Takes the next step as it is kept; false if it does not hold or an earlier one did not. */
    public boolean step(RecordEvent step) {
        if (firstBreak != null) {
            return false;
        }
        if (step.place().sequence() != end.sequence() + 1) {
            return breaks(end.sequence() + 1, Kind.STEP_MISSING);
        }
        if (!step.follows(end)) {
            return breaks(step.place().sequence(), Kind.LINK_BROKEN);
        }
        if (!step.isAsItWasWritten()) {
            return breaks(step.place().sequence(), Kind.STEP_CHANGED);
        }
        end = step.end();
        return true;
    }

    /** Ends the walk where the kept end stands; null if no end is kept. */
    public HistoryWalk end(HistoryEnd kept) {
        if (firstBreak == null) {
            if (kept == null ? end.sequence() > 0 : kept.sequence() < end.sequence()) {
                breaks(end.sequence(), Kind.HEAD_CONTRADICTED);
            } else if (kept != null && kept.sequence() > end.sequence()) {
                breaks(end.sequence() + 1, Kind.STEP_MISSING);
            } else if (kept != null && !MessageDigest.isEqual(kept.hash(), end.hash())) {
                breaks(end.sequence(), Kind.HEAD_CONTRADICTED);
            }
        }
        return this;
    }

    /** How many steps hold. */
    public int verified() {
        return end.sequence();
    }

    /** The first step that does not hold; null if all do. */
    public HistoryBreak firstBreak() {
        return firstBreak;
    }

    private boolean breaks(int sequence, Kind kind) {
        firstBreak = new HistoryBreak(recordId, sequence, kind);
        return false;
    }
}
