package jp.yakuba.document.service.importing;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_IMPORT;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_SOURCE;
import static jp.yakuba.document.api.DocumentProblem.SOURCE_IN_USE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.ImportDesk;
import jp.yakuba.document.api.ImportFaultLine;
import jp.yakuba.document.api.ImportSheet;
import jp.yakuba.document.api.ImportSource;
import jp.yakuba.document.api.OrderImport;
import jp.yakuba.document.model.importing.DocumentImport;
import jp.yakuba.document.store.importing.ImportStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Orders imports and shows how far they are; the clock takes them. */
@Stateless
@RunAs(Role.DESK)
public class ImportDeskBean implements ImportDesk {
    private ImportArea area;
    private ImportStore store;
    private ImportSteps steps;
    private CurrentActor actor;
    private OfficeClock clock;

    protected ImportDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ImportDeskBean(ImportArea area, ImportStore store, ImportSteps steps, CurrentActor actor, OfficeClock clock) {
        this.area = area;
        this.store = store;
        this.steps = steps;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public boolean hasFolder() {
        return area.isThere();
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public List<ImportSource> listSources() {
        return area.list();
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public UUID order(OrderImport command) {
        var source = area.find(command.source()).orElseThrow(() -> new RuleViolation(NO_SUCH_SOURCE));
        var ordered = DocumentImport.ordered(command, actor.get(), clock.now());
        if (!store.add(ordered)) {
            throw new RuleViolation(SOURCE_IN_USE);
        }
        steps.note("document.import.order", ordered, source.name());
        return ordered.id();
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public List<ImportSheet> list(int most) {
        var present = area.names();
        return store.list(most).stream().map(job -> job.view(present.contains(job.source()))).toList();
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public ImportSheet get(UUID id) {
        var job = store.find(id).orElseThrow(() -> new RuleViolation(NO_SUCH_IMPORT));
        return job.view(area.names().contains(job.source()));
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public List<ImportFaultLine> listFaults(UUID id, ImportFaultLine after, int most) {
        return store.listFaults(id, after, most);
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public void stop(UUID id) {
        var job = lock(id);
        job.stop();
        steps.note("document.import.stop", job, null);
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public void goOn(UUID id) {
        var job = lock(id);
        job.goOn();
        if (!store.writeAlone()) {
            throw new RuleViolation(SOURCE_IN_USE);
        }
        steps.note("document.import.go-on", job, null);
    }

    private DocumentImport lock(UUID id) {
        return store.lock(id).orElseThrow(() -> new RuleViolation(NO_SUCH_IMPORT));
    }
}
