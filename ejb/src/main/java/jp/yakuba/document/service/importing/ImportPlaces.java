package jp.yakuba.document.service.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DossierState;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.importing.ImportColumn;
import jp.yakuba.document.model.importing.ImportRow;
import jp.yakuba.document.store.importing.ImportStore;
import jp.yakuba.document.store.importing.ImportStore.PlanFile;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.resident.api.PersonNumberDesk;
import jp.yakuba.resident.api.ShieldDesk;

/** Finds the sections, files of the plan, readers and persons that lines name, many lines at a time, and says which are not there. */
@ApplicationScoped
public class ImportPlaces {
    @Inject
    private ImportStore store;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private PersonNumberDesk persons;

    @Inject
    private OfficeClock clock;

    /**
     * Where a line belongs.
     *
     * @param dossierId file of the plan
     * @param readers named readers; none if it is not confidential
     * @param personId person of the ledger whom it is about; null if nobody
     */
    record Place(UUID dossierId, List<StaffView> readers, UUID personId) {}

    /** What one batch of lines can be compared with. */
    private record Known(
            Set<String> sections, Map<String, List<PlanFile>> files, Set<UUID> leaving, Map<String, StaffView> staff, Map<String, UUID> persons) {}

    /** Places by line; a line that names what is not there has a fault afterwards and no place. */
    Map<ImportRow, Place> find(Collection<ImportRow> rows) {
        var known = known(rows);
        var places = new HashMap<ImportRow, Place>();
        for (var row : rows) {
            var place = find(row, known);
            if (row.holds()) {
                places.put(row, place);
            }
        }
        return places;
    }

    private Known known(Collection<ImportRow> rows) {
        var today = clock.today();
        var sections = organization.listSections(today).stream().map(SectionView::code).collect(Collectors.toSet());
        var asked = rows.stream().map(ImportRow::section).filter(sections::contains).collect(Collectors.toSet());
        var files = store.listPlanFiles(asked, rows.stream().map(ImportRow::dossierYear).collect(Collectors.toSet())).stream()
                .collect(Collectors.groupingBy(file -> file.section() + ' ' + file.code()));
        var closed = files.values().stream().flatMap(List::stream).filter(file -> file.state() == DossierState.CLOSED)
                .map(PlanFile::id).toList();
        var staff = new HashMap<String, StaffView>();
        rows.stream().flatMap(row -> row.readers().stream()).distinct()
                .forEach(number -> organization.findStaffByNumber(number, today).ifPresent(found -> staff.put(number, found)));
        var numbers = rows.stream().map(ImportRow::person).filter(number -> !number.isEmpty()).collect(Collectors.toSet());
        return new Known(sections, files, new HashSet<>(store.listOnTheirWayOut(closed)), staff, persons.idsOf(numbers));
    }

    private static Place find(ImportRow row, Known known) {
        if (row.title().contains(ShieldDesk.HIDDEN)) {
            row.fault(ImportColumn.TITLE, "hidden");
        }
        if (row.party().contains(ShieldDesk.HIDDEN)) {
            row.fault(ImportColumn.PARTY, "hidden");
        }
        if (!known.sections().contains(row.section())) {
            row.fault(ImportColumn.SECTION, "no-such-section");
        }
        var file = fileOf(row, known);
        row.readers().stream().filter(number -> !known.staff().containsKey(number))
                .forEach(number -> row.fault(ImportColumn.READERS, "no-such-staff", number));
        var person = row.person().isEmpty() ? null : known.persons().get(row.person());
        if (person == null && !row.person().isEmpty()) {
            row.fault(ImportColumn.PERSON, "no-such-person");
        }
        return row.holds() ? new Place(file.id(), row.readers().stream().map(known.staff()::get).toList(), person) : null;
    }

    /** The file of the year, else the latest one in regular use that was opened before; null with a fault if it takes nothing in. */
    private static PlanFile fileOf(ImportRow row, Known known) {
        var named = known.files().getOrDefault(row.section() + ' ' + row.dossierCode(), List.of());
        var file = named.stream().filter(one -> one.year() == row.dossierYear()).findFirst()
                .or(() -> named.stream().filter(one -> one.retention() == RetentionClass.STANDING && one.year() < row.dossierYear())
                        .max((one, other) -> Integer.compare(one.year(), other.year())))
                .orElse(null);
        if (file == null) {
            row.fault(ImportColumn.FILE, "no-such-dossier", row.dossierYear() + " " + row.dossierCode());
        } else if (file.state() == DossierState.DESTROYED || file.state() == DossierState.TRANSFERRED) {
            row.fault(ImportColumn.FILE, "dossier-gone");
        } else if (file.state() == DossierState.CLOSED && (row.fiscalYear() > file.completedYear() || known.leaving().contains(file.id()))) {
            row.fault(ImportColumn.FILE, row.fiscalYear() > file.completedYear() ? "dossier-closed" : "dossier-leaving");
        } else if (file.retention() != row.retention()) {
            row.fault(ImportColumn.RETENTION, "retention-differs");
        }
        return file;
    }
}
