package jp.yakuba.document.model.drafting;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.yakuba.document.api.DraftDifference.Kind;
import jp.yakuba.document.api.DraftDifference.Part;

/** Finds which words of a text are new and which are gone: lines first, then the words of lines that changed. */
public final class WordDifference {
    /** Longer passages that changed are shown as a whole, for comparing them word by word would take too long. */
    private static final int MOST_WORDS = 3000;

    private final List<Part> parts = new ArrayList<>();

    private WordDifference() {}

    /** The words of both texts in order. */
    public static List<Part> between(String before, String after) {
        var difference = new WordDifference();
        difference.compare(lines(before), lines(after), true);
        return List.copyOf(difference.parts);
    }

    private void compare(List<String> before, List<String> after, boolean whole) {
        for (var delta : DiffUtils.diff(before, after, true).getDeltas()) {
            if (delta.getType() == DeltaType.CHANGE && whole) {
                words(delta);
            } else {
                var same = delta.getType() == DeltaType.EQUAL;
                add(same ? Kind.SAME : Kind.REMOVED, delta.getSource().getLines());
                add(Kind.ADDED, same ? List.of() : delta.getTarget().getLines());
            }
        }
    }

    private void words(AbstractDelta<String> changed) {
        var before = words(String.join("", changed.getSource().getLines()));
        var after = words(String.join("", changed.getTarget().getLines()));
        if (before.size() > MOST_WORDS || after.size() > MOST_WORDS) {
            add(Kind.REMOVED, before);
            add(Kind.ADDED, after);
        } else {
            compare(before, after, false);
        }
    }

    /** Joins what follows upon the same kind. */
    private void add(Kind kind, List<String> words) {
        var text = String.join("", words);
        if (text.isEmpty()) {
            return;
        }
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).kind() == kind) {
            parts.set(last, new Part(kind, parts.get(last).words() + text));
        } else {
            parts.add(new Part(kind, text));
        }
    }

    /** Lines with their ends. */
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var borders = BreakIterator.getWordInstance(Locale.JAPANESE);
        borders.setText(text);
        int from = borders.first();
        for (int to = borders.next(); to != BreakIterator.DONE; from = to, to = borders.next()) {
            words.add(text.substring(from, to));
        }
        return words;
    }
}
