package jp.yakuba.application.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.form.AnswerReading;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.model.form.Paths;

/**
 * The questions of a form that the office asks again (補正): those it named, and those that only a new answer brings up. What
 * is answered elsewhere is left as it was.
 */
public final class AskedAgain {
    private final FormDefinition form;
    private final FormBundle bundle;
    private final Map<String, String> before;
    private final Correction correction;
    private final Set<String> askedBefore;

    /** The correction of what was answered on the form before. */
    public AskedAgain(FormDefinition form, Channel channel, Map<String, String> before, Correction correction) {
        this.form = form;
        this.bundle = FormBundle.of(List.of(form), channel);
        this.before = Map.copyOf(before);
        this.correction = correction;
        this.askedBefore = questions(before).map(Question::path).collect(Collectors.toSet());
    }

    public FormBundle bundle() {
        return bundle;
    }

    /** The answers of before with those that were given anew, as far as they were asked for. */
    public Map<String, String> with(Map<String, String> given) {
        var all = new LinkedHashMap<>(before);
        all.keySet().removeIf(correction::asksFor);
        take(given, correction::asksFor, all);
        int size;
        do {
            size = all.size();
            var broughtUp = questions(all).filter(question -> !askedBefore.contains(question.path())).toList();
            take(given, path -> broughtUp.stream().anyMatch(question -> keeps(question, path)), all);
        } while (all.size() > size);
        return all;
    }

    /** The pages with the questions that are asked again under these answers. */
    public List<FormPage> pages(Map<String, String> answers) {
        return bundle.pages(answers).stream()
                .map(page -> new FormPage(page.section(), page.title(), page.intro(),
                        page.questions().stream().filter(this::isAsked).toList()))
                .filter(page -> page.questions().stream().anyMatch(question -> question.field().type() != FieldType.NOTE))
                .toList();
    }

    /** What the application says afterwards: what is not asked any more is gone, what the form does not ask stays. */
    public Map<String, String> corrected(Map<String, String> answers) {
        var after = new LinkedHashMap<>(before);
        after.keySet().removeIf(path -> askedBefore.stream().anyMatch(asked -> path.equals(asked) || path.startsWith(asked + ".")));
        after.putAll(FactBook.shareOf(form, AnswerReading.read(bundle, answers)));
        return after;
    }

    private boolean isAsked(Question question) {
        return correction.asksFor(question.path()) || !askedBefore.contains(question.path());
    }

    private Stream<Question> questions(Map<String, String> answers) {
        return bundle.pages(answers).stream().flatMap(page -> page.questions().stream());
    }

    private static boolean keeps(Question question, String path) {
        return question.field().type() == FieldType.GROUP
                ? path.equals(question.path() + ".count")
                : Paths.keptBy(question.path(), question.field()).anyMatch(path::equals);
    }

    private static void take(Map<String, String> given, Predicate<String> wanted, Map<String, String> into) {
        given.forEach((path, answer) -> {
            if (wanted.test(path)) {
                into.put(path, answer);
            }
        });
    }
}
