package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.application.api.ApplicationView.CorrectionView;
import jp.yakuba.application.api.ApplicationView.HistoryLine;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Correction;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.resident.api.ShieldDesk;

/**
 * What members of staff wrote about an application, as it may leave the office: a protected address (支援措置) that slipped into it
 * stays inside. What applicants wrote themselves is shown to them as it is, or they could try out which address is protected.
 */
@ApplicationScoped
public class OfficeWords {
    @Inject
    private ShieldDesk shield;

    @Inject
    private OfficeClock clock;

    /**
     * History, corrections and binding decision, asked of the ledger together.
     *
     * @param correction the one that is open; null if none is
     * @param asked the words of each correction
     */
    record Spoken(List<HistoryLine> history, CorrectionView correction, Map<UUID, String> asked, String decision) {}

    Spoken of(Application application, List<Correction> corrections) {
        var history = application.history();
        var words = new ArrayList<String>();
        history.forEach(line -> words.add(line.words()));
        corrections.forEach(one -> words.add(one.words()));
        words.add(application.decision().bindingWords());
        var hidden = shield.hideFromAll(words);
        var asked = new HashMap<UUID, String>();
        corrections.forEach(one -> asked.put(one.id(), hidden.get(history.size() + asked.size())));
        var open = corrections.stream().filter(Correction::isOpen).findFirst();
        return new Spoken(
                IntStream.range(0, history.size()).mapToObj(at -> with(history.get(at), hidden.get(at))).toList(),
                open.map(one -> one.view(asked.get(one.id()), clock.today())).orElse(null), asked, hidden.get(words.size() - 1));
    }

    /** Other words of the office, as they may leave it. */
    String leaving(String words) {
        return hidden(words);
    }

    /** Words of a decision on paper. */
    String decision(Application application) {
        return hidden(application.decision().words());
    }

    /** What is filled into a notice; mails are read by whoever has the mailbox. */
    Map<String, String> inNotice(Map<String, String> values) {
        var safe = new HashMap<>(values);
        safe.computeIfPresent("words", (name, words) -> hidden(words));
        return safe;
    }

    private String hidden(String words) {
        return words == null ? null : shield.hideFromAll(List.of(words)).get(0);
    }

    private static HistoryLine with(HistoryLine line, String words) {
        return new HistoryLine(line.at(), line.state(), line.who(), words);
    }
}
