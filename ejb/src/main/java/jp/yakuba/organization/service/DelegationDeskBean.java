package jp.yakuba.organization.service;

import static jp.yakuba.organization.api.OrganizationProblem.NO_SUCH_RULE;
import static jp.yakuba.organization.api.OrganizationProblem.RULE_FROM_PAST;
import static jp.yakuba.organization.api.OrganizationProblem.RULE_HAS_BEGUN;
import static jp.yakuba.organization.api.OrganizationProblem.RULE_UNFIT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.DelegationDesk;
import jp.yakuba.organization.api.DelegationImport;
import jp.yakuba.organization.api.DelegationLine;
import jp.yakuba.organization.api.DelegationTerms;
import jp.yakuba.organization.api.SubstituteLine;
import jp.yakuba.organization.model.Delegation;
import jp.yakuba.organization.model.DelegationCheck;
import jp.yakuba.organization.model.DelegationConsult;
import jp.yakuba.organization.model.DelegationFile;
import jp.yakuba.organization.model.Span;
import jp.yakuba.organization.model.Substitute;
import jp.yakuba.organization.model.TableDifference;
import jp.yakuba.organization.store.DelegationStore;

/** Behind the desk of the delegation table. */
@Stateless
@RunAs(Role.DESK)
public class DelegationDeskBean implements DelegationDesk {
    private DelegationStore store;
    private ChartRoom room;
    private AuditDesk audit;
    private OfficeClock clock;
    private Event<ChartChanged> changes;

    protected DelegationDeskBean() {
        // for the container
    }

    @Inject
    public DelegationDeskBean(
            DelegationStore store, ChartRoom room, AuditDesk audit, OfficeClock clock, Event<ChartChanged> changes) {
        this.store = store;
        this.room = room;
        this.audit = audit;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<DelegationLine> list(LocalDate on) {
        var consults = store.listConsults();
        return store.list().stream().filter(line -> line.span().holdsOn(on)).map(line -> view(line, consults)).toList();
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<DelegationLine> listAhead(LocalDate after) {
        var consults = store.listConsults();
        return store.list().stream()
                .filter(line -> line.span().validFrom().isAfter(after))
                .map(line -> view(line, consults))
                .toList();
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public DelegationLine get(UUID lineId) {
        return view(line(lineId), store.listConsults());
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public UUID change(DelegationTerms terms, LocalDate from) {
        requireAhead(from);
        new DelegationCheck(room.chart(), from).faultsOf(terms).stream().findFirst().ifPresent(fault -> {
            throw new RuleViolation(RULE_UNFIT, fault.kind().name(), fault.value());
        });
        store.lock();
        var made = putInForce(terms, from);
        changed("organization.delegation.change", made.id(), terms.matter() + " " + from);
        return made.id();
    }

    /** The line before ends, and one that begins later begins as planned. */
    private Delegation putInForce(DelegationTerms terms, LocalDate from) {
        var same = store.list().stream().filter(line -> line.isAbout(terms)).toList();
        same.stream().filter(line -> line.span().holdsOn(from)).forEach(line -> endAt(line, from));
        var next = same.stream().map(line -> line.span().validFrom()).filter(day -> day.isAfter(from))
                .min(LocalDate::compareTo).orElse(null);
        store.write();
        var made = Delegation.of(terms, new Span(from, next));
        store.add(made, terms.besides().stream().map(beside -> DelegationConsult.of(made, beside)).toList());
        store.write();
        return made;
    }

    private void endAt(Delegation line, LocalDate from) {
        if (line.span().validFrom().isBefore(from)) {
            line.holdUntil(from);
        } else {
            store.remove(line);
        }
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public void end(UUID lineId, LocalDate from) {
        requireAhead(from);
        store.lock();
        var line = line(lineId);
        if (!line.span().holdsOn(from)) {
            throw new RuleViolation(NO_SUCH_RULE);
        }
        endAt(line, from);
        changed("organization.delegation.end", lineId, from.toString());
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public void takeBack(UUID lineId) {
        store.lock();
        var line = line(lineId);
        if (!line.span().validFrom().isAfter(clock.today())) {
            throw new RuleViolation(RULE_HAS_BEGUN);
        }
        var terms = line.terms(List.of());
        store.remove(line);
        store.write();
        store.list().stream()
                .filter(before -> before.isAbout(terms) && line.span().validFrom().equals(before.span().validUntil()))
                .forEach(before -> before.holdUntil(line.span().validUntil()));
        changed("organization.delegation.take-back", lineId, terms.matter());
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public String exportCsv(LocalDate on) {
        return DelegationFile.write(list(on).stream().map(DelegationLine::terms).toList());
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public DelegationImport importCsv(String csv, LocalDate from, boolean really) {
        requireAhead(from);
        var file = DelegationFile.read(csv);
        var faults = file.faults(new DelegationCheck(room.chart(), from));
        if (!faults.isEmpty()) {
            return DelegationImport.refused(faults);
        }
        store.lock();
        var present = list(from);
        var found = new TableDifference(present, file.lines());
        if (really) {
            found.ended().forEach(line -> endAt(line(line.id()), from));
            store.write();
            found.added().forEach(terms -> putInForce(terms, from));
            found.changed().forEach(terms -> putInForce(terms, from));
            changed("organization.delegation.import", null, from.toString());
        }
        return found.summary();
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<SubstituteLine> listSubstitutes(LocalDate on) {
        return store.listSubstitutes(on).stream()
                .filter(one -> one.span().holdsOn(on))
                .map(Substitute::view)
                .toList();
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public void setSubstitutes(String post, List<String> standIns, LocalDate from, String source) {
        requireAhead(from);
        requirePosts(post, standIns, from);
        store.lock();
        for (var one : store.listSubstitutes(from)) {
            if (one.post().equals(post) && one.span().validFrom().isBefore(from)) {
                one.holdUntil(from);
            } else if (one.post().equals(post)) {
                store.remove(one);
            }
        }
        store.write();
        for (int place = 0; place < standIns.size(); place++) {
            store.add(new Substitute(post, place + 1, standIns.get(place), Span.from(from)).bySource(source));
        }
        changed("organization.substitutes.set", null, post + " " + from);
    }

    private void requirePosts(String post, List<String> standIns, LocalDate from) {
        boolean known = room.chart().findPost(post, from).isPresent()
                && standIns.stream().allMatch(one -> !one.equals(post) && room.chart().findPost(one, from).isPresent())
                && standIns.stream().distinct().count() == standIns.size();
        if (!known) {
            throw new RuleViolation(RULE_UNFIT, "POST_UNKNOWN", String.join(" ", standIns));
        }
    }

    private void requireAhead(LocalDate from) {
        if (from.isBefore(clock.today())) {
            throw new RuleViolation(RULE_FROM_PAST, from);
        }
    }

    private Delegation line(UUID id) {
        return store.find(id).orElseThrow(() -> new RuleViolation(NO_SUCH_RULE));
    }

    private static DelegationLine view(Delegation line, List<DelegationConsult> consults) {
        return new DelegationLine(line.id(), line.terms(consults), line.span().validFrom(), line.span().validUntil());
    }

    private void changed(String deed, UUID id, String reason) {
        audit.changed(new AuditNote(deed, null, "delegation", String.valueOf(id), reason));
        changes.fire(new ChartChanged());
    }
}
