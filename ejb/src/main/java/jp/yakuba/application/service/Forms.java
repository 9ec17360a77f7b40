package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_PROCEDURE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.kernel.RuleViolation;

/** Procedures and their forms, as the deeds of applications need them. */
@ApplicationScoped
public class Forms {
    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private FormDesk forms;

    /** The procedure, or a refusal. */
    public ProcedureView procedure(String code) {
        return catalogue.findByCode(code).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE, code));
    }

    public List<ProcedureView> procedures(List<String> codes) {
        return codes.stream().map(this::procedure).toList();
    }

    /** The published forms of the procedures, asked together. */
    public FormBundle bundle(List<String> codes) {
        return FormBundle.of(codes.stream().map(forms::published).toList());
    }

    public FormDefinition published(String code) {
        return forms.published(code);
    }

    /** The form by which the application came, which is not always the one published today. */
    public FormDefinition version(String code, int version) {
        return forms.version(code, version);
    }

    /** The pages of one form with what was answered. */
    public static List<FormPage> pages(FormDefinition form, Map<String, String> answers) {
        return FormBundle.of(List.of(form)).pages(answers);
    }

    /** The part of a bundle's answers that belongs to the form. */
    public static Map<String, String> share(FormDefinition form, Map<String, String> answers) {
        return FactBook.shareOf(form, answers);
    }
}
