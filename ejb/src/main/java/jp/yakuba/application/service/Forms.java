package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_PROCEDURE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.Procedure;
import jp.yakuba.application.model.form.FactBook;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.store.ProcedureStore;
import jp.yakuba.kernel.RuleViolation;

/** Procedures and their forms, as the deeds of applications need them. */
@ApplicationScoped
public class Forms {
    private CatalogueShelf catalogue;
    private FormShelf forms;
    private ProcedureStore procedures;

    protected Forms() {
        // for the container
    }

    @Inject
    public Forms(CatalogueShelf catalogue, FormShelf forms, ProcedureStore procedures) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.procedures = procedures;
    }

    /** The procedure as it is valid today, or a refusal. */
    public ProcedureView procedure(String code) {
        return catalogue.today(code).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE, code));
    }

    /** The procedure as it is valid today, or as it last was: what arrived is shown even after a procedure has ended. */
    public ProcedureView lastKnown(String code) {
        return catalogue.today(code)
                .or(() -> procedures.findLatest(code).map(Procedure::view))
                .orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE, code));
    }

    /** Each procedure as it is or last was: a draft stays readable after one of its procedures has ended. */
    public List<ProcedureView> lastKnown(List<String> codes) {
        return codes.stream().map(this::lastKnown).toList();
    }

    public List<ProcedureView> procedures(List<String> codes) {
        return codes.stream().map(this::procedure).toList();
    }

    /** The published forms of the procedures, asked together by somebody at home. */
    public FormBundle bundle(List<String> codes) {
        return bundle(codes, Channel.ONLINE);
    }

    /** The published forms of the procedures, asked together by that way. */
    public FormBundle bundle(List<String> codes, Channel channel) {
        return FormBundle.of(codes.stream().map(this::published).toList(), channel);
    }

    public FormDefinition published(String code) {
        return forms.published(code).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE, code));
    }

    /** The form by which the application came, which is not always the one published today. */
    public FormDefinition version(String code, int version) {
        return forms.version(code, version).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE, code));
    }

    /** The pages of the form by which the application came, with what is answered now. */
    public List<FormPage> pages(Application application) {
        var arrival = application.arrival();
        var form = version(arrival.procedure(), arrival.formVersion());
        return FormBundle.of(List.of(form), arrival.channel()).pages(application.answers());
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
