package jp.yakuba.web.application;

import java.util.List;
import jp.yakuba.application.api.ApplicationView.AnsweredCorrection;
import jp.yakuba.application.api.FormPage;

/** A question whose answer a correction changed: as it was answered before, and after. */
public final class ChangeView {
    private final FormPage.Question question;
    private final QuestionView before;
    private final QuestionView after;

    private ChangeView(FormPage.Question question, AnsweredCorrection correction) {
        this.question = question;
        this.before = QuestionView.of(List.of(question), correction.before(), correction.files()).get(0);
        this.after = QuestionView.of(List.of(question), correction.after(), correction.files()).get(0);
    }

    /** Everything that the correction changed. */
    public static List<ChangeView> of(AnsweredCorrection correction) {
        return correction.questions().stream().map(question -> new ChangeView(question, correction)).toList();
    }

    public FormPage.Question getQuestion() {
        return question;
    }

    /** Number of the entry in its group, from 1; 0 outside of groups. */
    public int getEntry() {
        return question.group() == null ? 0 : question.index() + 1;
    }

    public QuestionView getBefore() {
        return before;
    }

    public QuestionView getAfter() {
        return after;
    }
}
