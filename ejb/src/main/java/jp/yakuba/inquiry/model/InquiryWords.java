package jp.yakuba.inquiry.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.QuestionKind;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.Sha256;

/** Inquiries and answers in words, as they stand in the letter that people decide on and read. */
public final class InquiryWords {
    private static final int SHOWN = 16;
    private static final Map<QuestionKind, String> KINDS = Map.of(QuestionKind.TEXT, "一行", QuestionKind.LONG_TEXT, "文章", QuestionKind.NUMBER, "数値",
            QuestionKind.DATE, "日付", QuestionKind.CHOICE, "一つ選択", QuestionKind.CHOICES, "複数選択", QuestionKind.TABLE, "表");

    private InquiryWords() {}

    /** The text of an inquiry. */
    public static String asked(AskedForm form, byte[] part) {
        var text = new StringBuilder(form.explanation()).append("\n\n回答期限　").append(new EraDate(form.deadline())).append("\n\n照会事項\n");
        int number = 1;
        for (var question : form.questions()) {
            text.append(number++).append("　").append(question.label()).append(asked(question)).append('\n');
        }
        return text.append("\n回答は、この文書に添えた様式（照合番号 ").append(mark(part)).append("）により文書交換でお願いします。\n").toString();
    }

    /** The text of a reminder; the inquiry stands in it once more, as the part beside it. */
    public static String reminder(AskedForm form, String number, byte[] part) {
        return "さきに照会した次の件について、まだ回答が届いていません。回答をお願いします。行き違いのときは、御容赦ください。\n\n照会した文書　" + number + "\n\n"
                + asked(form, part);
    }

    /** The text of a letter that gives a later day; the inquiry stands in it once more with that day. */
    public static String extension(AskedForm longer, String number, byte[] part) {
        return "さきに照会した次の件について、回答期限を" + new EraDate(longer.deadline()) + "まで延ばします。回答が済んでいるときは、改めての回答は要りません。\n\n照会した文書　"
                + number + "\n\n" + asked(longer, part);
    }

    private static String asked(Question question) {
        var words = new StringBuilder("（").append(KINDS.get(question.kind())).append(question.required() ? "、必須" : "");
        if (question.unit() != null) {
            words.append("、単位 ").append(question.unit());
        }
        if (question.least() != null || question.most() != null) {
            words.append("、").append(question.least() == null ? "" : question.least().toPlainString()).append("から")
                    .append(question.most() == null ? "" : question.most().toPlainString()).append("まで");
        }
        words.append("）");
        if (!question.list().isEmpty()) {
            words.append("　").append(String.join("・", question.list()));
        }
        return words.toString();
    }

    /** The text of an answer. */
    public static String answered(AskedForm form, List<Given> given, byte[] part) {
        var values = given.stream().collect(Collectors.toMap(Given::question, Given::values));
        var text = new StringBuilder("下記のとおり回答します。\n\n回答事項\n");
        int number = 1;
        for (var question : form.questions()) {
            text.append(number++).append("　").append(question.label()).append('\n');
            var one = values.getOrDefault(question.code(), List.of());
            text.append(one.isEmpty() ? "　（回答なし）\n" : "");
            one.forEach(value -> text.append("　").append(words(question, value)).append('\n'));
        }
        return text.append("\n照合番号 ").append(mark(part)).append('\n').toString();
    }

    /** A value in words. */
    public static String words(Question question, String value) {
        return switch (question.kind()) {
            case NUMBER -> value + (question.unit() == null ? "" : question.unit());
            case DATE -> new EraDate(java.time.LocalDate.parse(value)).toString();
            case TABLE -> value.replace(Given.CELL, "、");
            default -> value;
        };
    }

    /** What ties the words to the part beside them: whoever decides on one decides on the other. */
    static String mark(byte[] part) {
        return Sha256.hex(part).substring(0, SHOWN);
    }
}
