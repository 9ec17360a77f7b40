package jp.yakuba.web.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.inquiry.api.AskedState;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.InquiryState;
import jp.yakuba.inquiry.api.OfficeState;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.kernel.EraDate;

/** Colours and words of inquiries and answers, for pages and files. */
@Named("inquiryWords")
@ApplicationScoped
public class InquiryWordsOnPages {
    @Inject
    private jp.yakuba.kernel.OfficeClock clock;

    /** Colour of an inquiry's state. */
    public String codeOf(InquiryState state) {
        return switch (state) {
            case WRITING -> "none";
            case DRAFTED, SENT -> "wait";
            case CLOSED -> "done";
        };
    }

    /** Colour of an office's state. */
    public String codeOf(OfficeState state) {
        return switch (state) {
            case ANSWERED, ANSWERED_AGAIN -> "done";
            case REFUSED, UNREACHED, OVERDUE -> "stop";
            case CHOSEN -> "none";
            default -> "wait";
        };
    }

    /** Colour of the state of what is asked. */
    public String codeOf(AskedState state) {
        return switch (state) {
            case OPEN -> "you";
            case DRAFTED -> "wait";
            case ANSWERED -> "done";
        };
    }

    /** True if the draft will never be decided. */
    public boolean isEnded(DraftState state) {
        return state == DraftState.REJECTED || state == DraftState.ABANDONED;
    }

    /** True if the day is over. */
    public boolean isOver(LocalDate day) {
        return clock.today().isAfter(day);
    }

    /** What was given to a question, in words; rows of a table one after another. */
    public String words(Question question, List<String> values) {
        return values.stream().filter(value -> !value.isBlank()).map(value -> switch (question.kind()) {
            case NUMBER -> question.unit() == null ? value : value + question.unit();
            case DATE -> new EraDate(LocalDate.parse(value)).toString();
            case TABLE -> value.replace(Given.CELL, "、");
            default -> value;
        }).collect(Collectors.joining(question.kind() == jp.yakuba.inquiry.api.QuestionKind.CHOICES ? "、" : "\n"));
    }
}
