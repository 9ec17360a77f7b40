package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.yakuba.application.api.ApplicationView.CorrectionView;
import jp.yakuba.application.api.ApplicationView.HistoryLine;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.store.ApplicationStore;
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
    private ApplicationStore applications;

    @Inject
    private OfficeClock clock;

    /** History, open correction and binding decision, asked of the ledger together. */
    record Spoken(List<HistoryLine> history, CorrectionView correction, String decision) {}

    Spoken of(Application application) {
        var history = application.history();
        var correction = applications.findOpenCorrection(application.id()).map(one -> one.view(clock.today())).orElse(null);
        var words = new ArrayList<String>();
        history.forEach(line -> words.add(line.words()));
        words.add(correction == null ? null : correction.words());
        words.add(application.decision().bindingWords());
        var hidden = shield.hideFromAll(words);
        var last = history.size();
        return new Spoken(
                IntStream.range(0, last).mapToObj(at -> with(history.get(at), hidden.get(at))).toList(),
                correction == null ? null : new CorrectionView(
                        correction.id(), correction.paths(), hidden.get(last), correction.until(), correction.lapsed()),
                hidden.get(last + 1));
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
