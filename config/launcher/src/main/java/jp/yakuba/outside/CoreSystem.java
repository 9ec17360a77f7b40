package jp.yakuba.outside;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One core system: judges a request once, remembers what it answered, and says the same again to a copy. */
final class CoreSystem {
    /** The type of request it knows. */
    static final String PROCEDURE_DECIDED = "jp.yakuba.core.procedure-decided";
    /** The second says what became of addresses; what was left before an update still comes in the first. */
    private static final Set<Integer> KNOWN_VERSIONS = Set.of(1, 2);

    private final Trade trade;
    private final Journal journal;
    private final InstantSource clock;

    CoreSystem(Trade trade, Journal journal, InstantSource clock) {
        this.trade = trade;
        this.journal = journal;
        this.clock = clock;
    }

    /** Its short name. */
    String name() {
        return trade.system();
    }

    /** The answers to a request, in their order; a copy of a request gets the answers it got before. */
    List<Answer> answer(Request request, boolean unwilling) {
        var before = journal.answersTo(request.messageId());
        if (!before.isEmpty()) {
            return before;
        }
        var answers = judge(request, unwilling);
        journal.keep(request.messageId(), answers);
        return answers;
    }

    private List<Answer> judge(Request request, boolean unwilling) {
        if (unwilling) {
            return List.of(said(request, "REFUSED", "業務システムで受け付けられませんでした", Map.of()));
        }
        if (!request.type().equals(PROCEDURE_DECIDED) || !KNOWN_VERSIONS.contains(request.version())) {
            return List.of(said(request, "REFUSED", "この種別の電文は扱っていません", Map.of()));
        }
        var faults = trade.faults(request);
        if (!faults.isEmpty()) {
            return List.of(said(request, "REFUSED", String.join("、", faults), Map.of()));
        }
        var answers = new ArrayList<Answer>();
        if (trade.takesTime()) {
            answers.add(said(request, "ACCEPTED", "", Map.of()));
        }
        answers.add(said(request, "DONE", "", trade.results(request, journal.nextNumber())));
        return answers;
    }

    private Answer said(Request request, String outcome, String words, Map<String, String> results) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Answer(UUID.randomUUID(), request.messageId(), trade.system(), request.applicationId(), outcome, words,
                results, request.subject(), now.toString());
    }
}
