package jp.yakuba.inquiry.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.QuestionKind;

/** An inquiry as it travels: what is asked, until when. */
public record AskedForm(UUID id, String title, String explanation, LocalDate deadline, List<Question> questions) {
    public AskedForm {
        questions = List.copyOf(questions);
    }

    /** The same in signs that can be seen; words of strangers may hold others. */
    public AskedForm clean() {
        var line = CleanText.line(title);
        return new AskedForm(id, line == null ? "" : line, CleanText.lines(explanation), deadline, questions.stream().map(CleanText::of).toList());
    }

    /** The same with another day. */
    public AskedForm until(LocalDate day) {
        return new AskedForm(id, title, explanation, day, questions);
    }

    /** True if the other asks the same with a later day. */
    public boolean isExtendedBy(AskedForm other) {
        return other.deadline().isAfter(deadline) && other.equals(until(other.deadline()));
    }

    /** True if every question can be answered. */
    public static boolean isWhole(List<Question> questions) {
        var codes = new HashSet<String>();
        return !questions.isEmpty() && questions.stream().allMatch(one -> one.label() != null && codes.add(one.code()) && isWhole(one));
    }

    private static boolean isWhole(Question one) {
        boolean range = one.least() == null || one.most() == null || one.least().compareTo(one.most()) <= 0;
        boolean listed = one.kind().hasList() ? !one.list().isEmpty() && new HashSet<>(one.list()).size() == one.list().size() : one.list().isEmpty();
        boolean number = one.kind() == QuestionKind.NUMBER || one.least() == null && one.most() == null && one.unit() == null;
        return range && listed && number;
    }
}
