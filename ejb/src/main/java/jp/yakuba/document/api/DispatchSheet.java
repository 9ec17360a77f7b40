package jp.yakuba.document.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * What is needed to send a draft out.
 *
 * @param sent what went out already, first one first
 * @param taken numbers of its section that are taken and unused
 * @param offices offices that take letters by the exchange; none while it is not connected
 */
public record DispatchSheet(
        UUID draftId, String title, String section, DispatchIntent intent, SealUse seal, List<DispatchView> sent, List<NumberLine> taken,
        List<ExchangeOffice> offices) {
    /** Words that people wrote in it. */
    public List<String> words() {
        var words = new ArrayList<>(List.of(title));
        sent.forEach(one -> words.addAll(one.words()));
        taken.forEach(line -> words.addAll(line.words()));
        return words;
    }

    /** The sheet with other words in it, taken in the order of its words. */
    public DispatchSheet withWords(Iterator<String> words) {
        return new DispatchSheet(draftId, words.next(), section, intent, seal, sent.stream().map(one -> one.withWords(words)).toList(),
                taken.stream().map(line -> line.withWords(words)).toList(), offices);
    }
}
