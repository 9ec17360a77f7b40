package jp.yakuba.application.model.paper;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.model.form.Paths;
import jp.yakuba.application.model.form.WrittenDate;
import jp.yakuba.kernel.paper.Glyphs;
import jp.yakuba.kernel.paper.PaperFrame;
import jp.yakuba.kernel.paper.Press;

/**
 * A form on paper (様式), empty for the pen or filled with what arrived. In easy Japanese and in English the Japanese words stand
 * beside, for the clerk has to read it too.
 */
public final class FormPaper {
    private static final int BLANK_ENTRIES = 4;

    private final Sheet sheet;
    private final String language;
    private final Glyphs glyphs = new Glyphs();
    private final StringBuilder body = new StringBuilder();

    private FormPaper(Sheet sheet, String language) {
        this.sheet = sheet;
        this.language = language;
    }

    /** Writes the sheet as PDF in a language of the portal ({@code ja, ja-easy, en}). */
    public static void write(Sheet sheet, String language, OutputStream out) {
        var paper = new FormPaper(sheet, language);
        Press.print(paper.html(), paper.glyphs.rare(), out);
    }

    private String html() {
        head();
        if (sheet.isEmpty()) {
            emptySections();
        } else {
            filledSections();
        }
        body.append(glyphs.footnote());
        var title = sheet.procedure().name().in(language);
        return PaperFrame.around(language, title, sheet.town() + "　" + sheet.procedure().name().ja(), body.toString());
    }

    private void head() {
        body.append("<h1>").append(both(sheet.procedure().name())).append("</h1>");
        body.append("<p class=\"to\">").append(glyphs.show(sheet.town())).append("　様</p>");
        body.append("<table class=\"facts\">");
        if (!sheet.isEmpty()) {
            fact(PaperWords.RECEIPT, sheet.receiptNumber());
            fact(PaperWords.ARRIVED, WrittenDate.inEra(sheet.arrivedAt().toLocalDate())
                    + String.format("　%02d:%02d", sheet.arrivedAt().getHour(), sheet.arrivedAt().getMinute()));
        } else {
            fact(PaperWords.WRITTEN_ON, "　　　　年　　　月　　　日");
        }
        if (sheet.agent() != null) {
            fact(PaperWords.AGENT, sheet.agent());
        }
        fact(PaperWords.OFFICE, sheet.office());
        fact(PaperWords.GROUND, sheet.procedure().legalGround());
        fact(PaperWords.FORM_VERSION, sheet.procedure().code() + "　v" + sheet.form().version());
        body.append("</table>");
    }

    private void fact(PaperWords name, String value) {
        row(glyphs.show(name.in(language)), glyphs.show(value));
    }

    private void row(String name, String value) {
        body.append("<tr><th scope=\"row\">").append(name).append("</th><td>").append(value).append("</td></tr>");
    }

    private void filledSections() {
        var wording = new AnswerWording(sheet.answers(), language);
        for (var page : FormBundle.of(List.of(sheet.form()), sheet.channel()).pages(sheet.answers())) {
            sectionHead(page.title());
            body.append("<table class=\"answers\">");
            for (var question : page.questions()) {
                filled(question, wording);
            }
            body.append("</table>");
        }
        if (!sheet.attachments().isEmpty()) {
            body.append("<h2>").append(PaperWords.ATTACHED.in(language)).append("</h2><ul>");
            sheet.attachments().forEach(name -> body.append("<li>").append(glyphs.show(name)).append("</li>"));
            body.append("</ul>");
        }
        body.append("<p class=\"foot\">").append(source().in(language)).append("</p>");
    }

    private PaperWords source() {
        return sheet.channel() == Channel.COUNTER ? PaperWords.ENTERED_AT_COUNTER : PaperWords.SUBMITTED_ONLINE;
    }

    private void filled(Question question, AnswerWording wording) {
        var field = question.field();
        if (field.type() == FieldType.GROUP || field.type() == FieldType.NOTE || field.type() == FieldType.FILE) {
            return;
        }
        var number = question.group() == null ? "" : "<span class=\"number\">" + (question.index() + 1) + "</span> ";
        var answer = wording.of(question.path(), field);
        row(number + both(field.label()), answer.isEmpty() ? PaperWords.NOTHING.in(language) : glyphs.show(answer));
    }

    private void emptySections() {
        var asked = FormBundle.of(List.of(sheet.form()), sheet.channel());
        for (var section : sheet.form().sections()) {
            var fields = section.fields().stream().filter(asked::mayAsk).toList();
            if (fields.stream().anyMatch(field -> field.type() != FieldType.NOTE)) {
                sectionHead(section.title());
                body.append("<table class=\"answers\">");
                fields.forEach(field -> emptyField(asked, field));
                body.append("</table>");
            }
        }
    }

    private void emptyField(FormBundle asked, FormField field) {
        if (field.type() != FieldType.GROUP) {
            empty(asked, field, "");
            return;
        }
        int entries = Math.min(BLANK_ENTRIES, field.maximum() == null ? BLANK_ENTRIES : Integer.parseInt(field.maximum()));
        for (int i = 1; i <= entries; i++) {
            for (var child : field.fields().stream().filter(asked::mayAsk).toList()) {
                empty(asked, child, "<span class=\"number\">" + i + "</span> ");
            }
        }
    }

    private void empty(FormBundle asked, FormField field, String number) {
        if (field.type() == FieldType.NOTE) {
            body.append("<tr><td colspan=\"2\">").append(both(field.label())).append("</td></tr>");
            return;
        }
        var need = asked.mustBeAnswered(field) ? PaperWords.REQUIRED : PaperWords.OPTIONAL;
        var label = number + both(field.label()) + " <span class=\"need\">" + need.in(language) + "</span>" + onlyIf(field);
        var hint = field.hint() == null ? "" : "<div class=\"hint\">" + glyphs.show(field.hint().in(language)) + "</div>";
        row(label, hint + "<div class=\"pen\">" + space(field) + "</div>");
    }

    private String onlyIf(FormField field) {
        var condition = field.when();
        if (condition == null || condition.path() == null || Paths.isCircumstance(condition.path()) || condition.in().isEmpty()) {
            return "";
        }
        return field(condition)
                .map(asked -> String.format(
                        (condition.not() ? PaperWords.ONLY_UNLESS : PaperWords.ONLY_IF).in(language),
                        asked.label().in(language), values(condition, asked)))
                .map(words -> "<div class=\"hint\">" + glyphs.show(words) + "</div>")
                .findFirst()
                .orElse("");
    }

    private Stream<FormField> field(Condition condition) {
        var form = sheet.form();
        var fields = form.sections().stream().flatMap(section -> section.fields().stream());
        if (condition.path().startsWith(".")) {
            return fields.flatMap(field -> field.fields().stream()).filter(field -> condition.path().equals("." + field.id()));
        }
        return fields.filter(field -> condition.path().equals(Paths.of(form.procedure(), field)));
    }

    private String values(Condition condition, FormField asked) {
        var wording = new AnswerWording(Map.of("x", String.join(",", condition.in())), language);
        return wording.of("x", asked);
    }

    private String space(FormField field) {
        return switch (field.type()) {
            case DATE -> "　　　　年　　　月　　　日";
            case YES_NO -> "□ " + PaperWords.YES.in(language) + "　　□ " + PaperWords.NO.in(language);
            case CHOICE, CHOICES -> field.choices().stream().map(choice -> "□ " + both(choice.label())).collect(Collectors.joining("　"));
            case ADDRESS -> "〒　　　　-　　　　　<br/><br/>&#160;";
            case PERSON -> "<span class=\"hint\">" + PaperWords.POINTS_TO.in(language) + "</span><br/>&#160;";
            case LONG_TEXT -> "<br/><br/><br/>&#160;";
            case APPOINTMENT -> "　　　　年　　　月　　　日　　　時";
            default -> "<br/>&#160;";
        };
    }

    private void sectionHead(Text title) {
        body.append("<h2>").append(both(title)).append("</h2>");
    }

    private String both(Text text) {
        var own = glyphs.show(text.in(language));
        if (!language.equals("en") || text.in(language).equals(text.ja())) {
            return own;
        }
        return own + " <span class=\"ja\" lang=\"ja\">" + glyphs.show(text.ja()) + "</span>";
    }
}
