package jp.yakuba.application.model.form;

import java.util.ArrayList;
import java.util.List;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.Text;

/** Texts that still lack a language; a form is published only without gaps. */
public final class FormGaps {
    private final List<FormFault> gaps = new ArrayList<>();

    private FormGaps() {}

    /** Every text of the form that lacks easy Japanese or English, in the order of the file. */
    public static List<FormFault> of(FormDefinition form) {
        var inspection = new FormGaps();
        for (int i = 0; i < form.sections().size(); i++) {
            var section = form.sections().get(i);
            var at = "sections[" + i + "]";
            inspection.look(section.title(), at + ".title");
            inspection.look(section.intro(), at + ".intro");
            inspection.look(section.fields(), at);
        }
        for (int i = 0; i < form.rules().size(); i++) {
            inspection.look(form.rules().get(i).message(), "rules[" + i + "].message");
        }
        return List.copyOf(inspection.gaps);
    }

    private void look(List<FormField> fields, String place) {
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var at = place + ".fields[" + i + "]";
            look(field.label(), at + ".label");
            look(field.hint(), at + ".hint");
            look(field.why(), at + ".why");
            for (int j = 0; j < field.choices().size(); j++) {
                look(field.choices().get(j).label(), at + ".choices[" + j + "].label");
            }
            look(field.fields(), at);
        }
    }

    private void look(Text text, String at) {
        if (text == null) {
            return;
        }
        if (text.easy() == null || text.easy().isBlank()) {
            gaps.add(new FormFault(at + ".easy", "やさしい日本語を書いてください。"));
        }
        if (text.en() == null || text.en().isBlank()) {
            gaps.add(new FormFault(at + ".en", "英語を書いてください。"));
        }
    }
}
