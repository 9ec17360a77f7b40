package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.CHANGED_MEANWHILE;
import static jp.yakuba.application.api.ApplicationProblem.FORM_FAULTY;
import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_PROCEDURE;
import static jp.yakuba.application.api.ApplicationProblem.STATE_FORBIDS;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormVersionLine;
import jp.yakuba.application.model.FormVersion;
import jp.yakuba.application.model.form.AnswerCheck;
import jp.yakuba.application.model.form.AnswerSchema;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.model.form.FormGaps;
import jp.yakuba.application.model.form.FormJson;
import jp.yakuba.application.store.FormStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** The form office. Published forms are open to everybody; working copies are their authors' alone. */
@Stateless
@RunAs(Role.DESK)
public class FormDeskBean implements FormDesk {
    private FormStore store;
    private FormShelf shelf;
    private FormPrinting printing;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected FormDeskBean() {
        // for the container
    }

    @Inject
    public FormDeskBean(
            FormStore store, FormShelf shelf, FormPrinting printing, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.shelf = shelf;
        this.printing = printing;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Open: a published form is a public form. */
    @Override
    @PermitAll
    public FormDefinition published(String procedure) {
        return shelf.published(procedure).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE, procedure));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK, Role.RESIDENT})
    public FormDefinition version(String procedure, int version) {
        return shelf.version(procedure, version)
                .orElseGet(() -> workingCopy(procedure, version).form());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.AUTHOR, Role.DESK})
    public List<FormVersionLine> listVersions(String procedure) {
        return store.list(procedure).stream()
                .filter(version -> version.state() != FormVersion.State.WORKING || actor.get().holds(Role.AUTHOR))
                .map(FormVersion::line)
                .toList();
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public int keepWorkingCopy(String procedure, String json, long seen) {
        var reading = FormJson.read(json);
        if (!reading.isFaultless()) {
            throw new RuleViolation(FORM_FAULTY, reading.lines());
        }
        if (!reading.definition().procedure().equals(procedure)) {
            throw new RuleViolation(FORM_FAULTY, new FormFault("procedure", "手続きの番号札は「" + procedure + "」にしてください。").line());
        }
        return write(reading.definition(), seen);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public int keep(FormDefinition form, long seen) {
        var reading = FormJson.read(FormJson.write(form));
        if (!reading.isFaultless()) {
            throw new RuleViolation(FORM_FAULTY, reading.lines());
        }
        return write(reading.definition(), seen);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<FormFault> inspect(FormDefinition form) {
        var reading = FormJson.read(FormJson.write(form));
        return Stream.concat(reading.faults().stream(), FormGaps.of(form).stream()).toList();
    }

    private int write(FormDefinition form, long seen) {
        var procedure = form.procedure();
        var working = store.find(procedure, FormVersion.State.WORKING);
        if (working.isEmpty() && seen != NOT_BEGUN) {
            throw new RuleViolation(CHANGED_MEANWHILE, procedure);
        }
        working.ifPresent(copy -> copy.expect(seen));
        int number = working.map(FormVersion::number).orElseGet(() -> store.newest(procedure) + 1);
        var numbered = new FormDefinition(procedure, number, form.sections(), form.rules());
        working.ifPresentOrElse(
                copy -> copy.rewrite(numbered, clock.now(), actor.get().name()),
                () -> store.add(FormVersion.begun(numbered, clock.now(), actor.get().name())));
        note("form.keep", procedure, number);
        return number;
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<FieldProblem> tryOut(String procedure, int version, Map<String, String> answers) {
        return new AnswerCheck(FormBundle.of(List.of(version(procedure, version))), clock.today()).problems(answers);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<FormPage> preview(String procedure, int version, Map<String, String> answers) {
        return FormBundle.of(List.of(version(procedure, version))).pages(answers);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void publish(String procedure, int version) {
        var copy = workingCopy(procedure, version);
        var gaps = FormGaps.of(copy.form());
        if (!gaps.isEmpty()) {
            throw new RuleViolation(FORM_FAULTY, String.join("\n", gaps.stream().map(FormFault::line).toList()));
        }
        store.find(procedure, FormVersion.State.PUBLISHED).ifPresent(earlier -> {
            earlier.retire(clock.now(), actor.get().name());
            store.flush();
        });
        copy.publish(clock.now(), actor.get().name());
        store.flush();
        shelf.forget(procedure);
        note("form.publish", procedure, version);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void retire(String procedure, int version) {
        any(procedure, version).retire(clock.now(), actor.get().name());
        store.flush();
        shelf.forget(procedure);
        note("form.retire", procedure, version);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void discardWorkingCopy(String procedure, int version) {
        store.remove(workingCopy(procedure, version));
        note("form.discard", procedure, version);
    }

    /** Open: what is or was published is public; a working copy is for authors. */
    @Override
    @PermitAll
    public String export(String procedure, int version) {
        return FormJson.write(version(procedure, version));
    }

    /** Open: says no more than the published form. */
    @Override
    @PermitAll
    public String jsonSchema(String procedure, int version) {
        return AnswerSchema.of(version(procedure, version));
    }

    /** Open: forms are there to be printed. */
    @Override
    @PermitAll
    public void writeBlankPdf(String procedure, String language, OutputStream out) {
        printing.writePublished(published(procedure), language, out);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void writePreviewPdf(String procedure, int version, String language, OutputStream out) {
        printing.writeEmpty(version(procedure, version), language, out);
    }

    /** Open: arranges public questions; keeps nothing. */
    @Override
    @PermitAll
    public List<FormPage> pages(List<String> procedures, Map<String, String> answers) {
        return FormBundle.of(procedures.stream().map(this::published).toList()).pages(answers);
    }

    private FormVersion any(String procedure, int version) {
        return store.find(procedure, version).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE, procedure));
    }

    private FormVersion workingCopy(String procedure, int version) {
        if (!actor.get().holds(Role.AUTHOR)) {
            throw new RuleViolation(NO_SUCH_PROCEDURE, procedure);
        }
        var found = any(procedure, version);
        if (found.state() != FormVersion.State.WORKING) {
            throw new RuleViolation(STATE_FORBIDS, procedure);
        }
        return found;
    }

    private void note(String deed, String procedure, int version) {
        audit.changed(new AuditNote(deed, null, "form", procedure + "/" + version, null));
    }
}
