package jp.yakuba.document.service.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.yakuba.document.api.FoundRecord;
import jp.yakuba.document.api.FoundRecord.Excerpt;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.model.search.Excerpts;
import jp.yakuba.document.model.search.FoldedText;
import jp.yakuba.document.model.search.Question;

/** A record that the index named, with the text of its files; whether the words stand in what is readable of it is still to be seen. */
record Candidate(RecordLine line, List<Text> texts) {
    private static final Set<String> READ = Set.of("READ", "CUT", "NONE");
    private static final int MOST_EXCERPTS = 3;

    /** The text of a file; name, state and text null if there is none. */
    record Text(String name, String state, String text) {}

    /** Everything that people wrote, in order. */
    List<String> words() {
        var words = new ArrayList<>(line.words());
        texts.forEach(one -> {
            words.add(one.name());
            words.add(one.text());
        });
        return words;
    }

    /** The same with other words in it, taken in the order of its words. */
    Candidate withWords(Iterator<String> words) {
        return new Candidate(line.withWords(words), texts.stream().map(one -> new Text(words.next(), one.state(), words.next())).toList());
    }

    /** What is told about the record; empty if the words do not stand in it. */
    Optional<FoundRecord> found(Question question) {
        var fields = Stream.concat(Stream.of(line.number(), line.title(), line.party(), line.senderNumber()), texts.stream().map(Text::name))
                .filter(one -> one != null).map(FoldedText::of).toList();
        var bodies = texts.stream().map(one -> FoldedText.of(one.text() == null ? "" : one.text())).toList();
        var all = new ArrayList<>(fields);
        all.addAll(bodies);
        return question.isFoundIn(all) ? Optional.of(new FoundRecord(line, excerpts(bodies, question), unread())) : Optional.empty();
    }

    private List<Excerpt> excerpts(List<FoldedText> bodies, Question question) {
        var excerpts = new ArrayList<Excerpt>();
        for (int file = 0; file < bodies.size() && excerpts.size() < MOST_EXCERPTS; file++) {
            var text = texts.get(file);
            if (text.text() != null) {
                Excerpts.of(text.text(), bodies.get(file), question).ifPresent(pieces -> excerpts.add(new Excerpt(text.name(), pieces)));
            }
        }
        return excerpts;
    }

    private List<String> unread() {
        return texts.stream().map(Text::state).filter(state -> state != null && !READ.contains(state)).distinct().toList();
    }
}
