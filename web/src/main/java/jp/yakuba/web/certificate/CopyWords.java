package jp.yakuba.web.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Set;
import jp.yakuba.certificate.api.CopyLine;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.Messages;

/** Words of requests for copies, on the list and on their page. */
@Named
@RequestScoped
public class CopyWords {
    private static final Set<ParcelState> NOT_ARRIVED = Set.of(ParcelState.REFUSED, ParcelState.CANCELLED, ParcelState.GIVEN_UP);
    private static final long HOUR = 60;

    @Inject
    private Messages messages;

    @Inject
    private OfficeClock clock;

    /** Sign of the state. */
    public String codeOf(CopyLine line) {
        return switch (line.state()) {
            case WAITING -> isStuck(line) || line.isAnsweredInVain() ? "stop" : "wait";
            case ANSWERED -> isOld(line) ? "stop" : "you";
            case ISSUED -> "you";
            case REFUSED -> "stop";
            case WITHDRAWN, LAPSED -> "none";
            case DONE -> "done";
        };
    }

    /** The state in words. */
    public String state(CopyLine line) {
        return messages.get("office.copy.state." + (isStuck(line) ? "STUCK" : line.isAnsweredInVain() ? "IN_VAIN" : isOld(line) ? "OLD" : line.state()));
    }

    /** What the state means for whoever stands before the desk; empty if nothing more is to be said. */
    public String meaning(CopyLine line) {
        if (line.state() == CopyState.REFUSED) {
            return messages.get("office.copy.outcome." + line.outcome());
        }
        return line.state() == CopyState.WAITING ? messages.get("office.copy.waiting." + waiting(line)) : "";
    }

    private static String waiting(CopyLine line) {
        if (isStuck(line)) {
            return "stuck";
        }
        if (line.isAnsweredInVain()) {
            return "inVain";
        }
        var letter = line.letter();
        if (letter != null && letter.state() == ParcelState.RECEIPTED) {
            return "received";
        }
        return letter != null && letter.problem() != null ? "away" : "leaves";
    }

    /** True if the letter that asks came to nothing, so that no answer will come. */
    public static boolean isStuck(CopyLine line) {
        return line.state() == CopyState.WAITING && line.letter() != null && NOT_ARRIVED.contains(line.letter().state());
    }

    /** True if what came is of another day than today, so that nothing can be issued of it. */
    public boolean isOld(CopyLine line) {
        return line.isOldOn(clock.today());
    }

    /** How long it waits, or has waited for its answer. */
    public String waited(CopyLine line) {
        var end = line.answeredAt() != null ? line.answeredAt() : line.state() == CopyState.WAITING ? clock.now() : null;
        if (end == null) {
            return "";
        }
        long minutes = Math.max(0, Duration.between(line.askedAt(), end).toMinutes());
        return minutes == 0 ? messages.get("office.copy.minutes.none")
                : minutes < HOUR ? messages.of("office.copy.minutes", minutes) : messages.of("office.copy.hours", minutes / HOUR, minutes % HOUR);
    }

    /** True if the refusal says nothing of why. */
    public boolean isSilent(CopyLine line) {
        return line.outcome() == CopyOutcome.NOT_HERE;
    }
}
