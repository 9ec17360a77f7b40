package jp.yakuba.certificate.service;

import static jp.yakuba.certificate.api.CertificateProblem.CANNOT_TRAVEL;
import static jp.yakuba.certificate.api.CertificateProblem.IDENTITY_NOT_CHECKED;
import static jp.yakuba.certificate.api.CertificateProblem.NOBODY_NAMED;
import static jp.yakuba.certificate.api.CertificateProblem.NOT_COMPARED;
import static jp.yakuba.certificate.api.CertificateProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.certificate.api.CertificateProblem.NO_SUCH_REQUEST;
import static jp.yakuba.certificate.api.CertificateProblem.OFFICE_NOT_ASKED;
import static jp.yakuba.certificate.api.CertificateProblem.SHEET_WAITS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.certificate.api.AskCopy;
import jp.yakuba.certificate.api.CopyLine;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.CopySheet;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.certificate.api.WideCopyDesk;
import jp.yakuba.certificate.model.CopyItems;
import jp.yakuba.certificate.model.CopyRequest;
import jp.yakuba.certificate.model.IssuedCopy;
import jp.yakuba.certificate.model.ItemSeal;
import jp.yakuba.certificate.model.WideCopy;
import jp.yakuba.certificate.store.WideCopyStore.Listed;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.exchange.api.ParcelLine;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.resident.api.MoveOutDesk;

/** Behind the desk where residents of another town get copies. */
@Stateless
@RunAs(Role.DESK)
public class WideCopyDeskBean implements WideCopyDesk {
    private WideCopyStore store;
    private CopyRequests requests;
    private CopyPress press;
    private CopyTerms terms;
    private ServiceDesk services;
    private MoveOutDesk ledger;
    private OrganizationDesk organization;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected WideCopyDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public WideCopyDeskBean(
            WideCopyStore store, CopyRequests requests, CopyPress press, CopyTerms terms, ServiceDesk services, MoveOutDesk ledger,
            OrganizationDesk organization, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.requests = requests;
        this.press = press;
        this.terms = terms;
        this.services = services;
        this.ledger = ledger;
        this.organization = organization;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public List<OfficeChoice> listOffices() {
        return services.listOffices(WideCopyService.CODE).stream().map(one -> new OfficeChoice(one.code(), one.name())).toList();
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void ask(AskCopy command) {
        store.takeTurns(command.id());
        if (store.find(command.id()).isPresent()) {
            own(command.id()); // the same form again
            return;
        }
        var office = listOffices().stream().filter(one -> one.code().equals(command.office())).findFirst()
                .orElseThrow(() -> new RuleViolation(OFFICE_NOT_ASKED, command.office()));
        if (!command.checked()) {
            throw new RuleViolation(IDENTITY_NOT_CHECKED);
        }
        if ((command.scope() == CopyScope.SOME) == command.wanted().isEmpty()) {
            throw new RuleViolation(NOBODY_NAMED);
        }
        var pair = ItemSeal.pair();
        var who = actor.get();
        var request = new CopyRequest(command.id(), clock.now(), who.name(), command.identity(), command.name(), command.birthDate(), command.address(),
                command.scope(), command.wanted(), command.relationships(), pair.getPublic().getEncoded());
        try {
            requests.send(request, who.section(), office, pair.getPrivate().getEncoded());
        } catch (StrictXml.NotRead unfit) {
            throw new RuleViolation(CANNOT_TRAVEL, unfit.rule());
        }
        changed("certificate.ask", command.id(), office.code() + " " + command.identity());
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public List<CopyLine> list() {
        var sections = sections();
        var found = sections.isEmpty() ? List.<Listed>of() : store.list(sections, clock.today().atStartOfDay(OfficeClock.ZONE).toInstant());
        var copies = store.countIssued(found.stream().map(Listed::id).toList());
        var letters = services.listParcels(found.stream().map(Listed::recordId).toList()).stream()
                .collect(Collectors.toMap(ParcelLine::recordId, one -> one, (first, other) -> first));
        var inVain = answeredInVain(found.stream().filter(one -> one.state() == CopyState.WAITING).map(Listed::recordId).toList());
        return found.stream().map(one -> one.line(copies.getOrDefault(one.id(), 0)).with(letters.get(one.recordId()), inVain.contains(one.recordId()))).toList();
    }

    private Set<UUID> answeredInVain(List<UUID> waiting) {
        return services.listRefusedReplies(WideCopyAnswerService.CODE, waiting);
    }

    private Set<String> sections() {
        return organization.reachOf(actor.get().id(), clock.today());
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public CopySheet get(UUID id) {
        return sheet(own(id), true);
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public CopySheet watch(UUID id) {
        var copy = own(id);
        return sheet(copy, copy.state() != CopyState.WAITING);
    }

    /** With whoever asked and what came, or with neither; with either it is a look. */
    private CopySheet sheet(WideCopy copy, boolean named) {
        var id = copy.id();
        var items = named && clock.now().isBefore(copy.eraseAt()) ? itemsOf(copy) : null;
        var asked = named ? requestOf(copy) : null;
        if (asked != null) {
            audit.looked(new AuditNote("certificate.view", null, WideCopyPost.OBJECT, id.toString(), copy.state().name()));
        }
        var letter = services.listParcels(List.of(copy.recordId())).stream().findFirst().orElse(null);
        var issued = store.listIssued(id).stream().map(IssuedCopy::line).toList();
        int copies = (int) issued.stream().filter(one -> one.spoiled() == null).count();
        var line = copy.line(copies).with(letter, copy.state() == CopyState.WAITING && !answeredInVain(List.of(copy.recordId())).isEmpty());
        return new CopySheet(asked == null ? line.unnamed() : line, asked == null ? null : asked.birthDate(), asked == null ? null : asked.address(),
                asked == null ? null : asked.identity(), asked == null ? null : asked.scope(), asked == null ? List.of() : asked.wanted(),
                asked != null && asked.relationships(), copy.askedBy(), copy.answerNumber(), items == null ? null : items.asOf(),
                items != null && items.asOf().equals(clock.today()), items == null ? null : items.head(),
                items == null ? Set.of() : items.doubts(requestOf(copy), ledger::keyOf),
                items == null ? List.of() : items.persons(), issued, copy.eraseAt(), terms.fee(), copy.version());
    }

    private static CopyItems itemsOf(WideCopy copy) {
        try {
            return copy.items();
        } catch (ItemSeal.NotOpened | StrictXml.NotRead impossible) {
            throw new IllegalStateException("What was judged to be readable is not", impossible);
        }
    }

    private static CopyRequest requestOf(WideCopy copy) {
        try {
            return copy.request();
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("What was written here is not readable", impossible);
        }
    }

    private WideCopy own(UUID id) {
        var sections = sections();
        return store.find(id).filter(one -> sections.contains(one.section())).orElseThrow(() -> notOwn(id));
    }

    private RuleViolation notOwn(UUID id) {
        audit.refused(new AuditNote("certificate.reach", null, WideCopyPost.OBJECT, id.toString(), NO_SUCH_REQUEST.code()));
        return new RuleViolation(NO_SUCH_REQUEST);
    }

    /** Locked, and as whoever acts saw it. */
    private WideCopy seen(UUID id, long version) {
        own(id);
        var copy = store.lock(id).orElseThrow(() -> notOwn(id));
        copy.requireVersion(version);
        return copy;
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void withdraw(UUID id, long version) {
        seen(id, version).withdraw(clock.now());
        changed("certificate.withdraw", id, null);
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public UUID issue(UUID id, long version, UUID once, boolean compared) {
        own(id);
        var copy = store.lock(id).orElseThrow(() -> notOwn(id));
        var known = store.findIssued(once);
        if (known.filter(one -> !one.requestId().equals(id)).isPresent()) {
            throw notOwn(once);
        }
        if (known.isPresent()) {
            return once; // the same form again
        }
        copy.requireVersion(version);
        var items = Optional.ofNullable(itemsOf(copy)).orElseThrow(() -> new RuleViolation(NOT_IN_THIS_STATE));
        var doubts = items.doubts(requestOf(copy), ledger::keyOf);
        if (!compared && !doubts.isEmpty()) {
            throw new RuleViolation(NOT_COMPARED);
        }
        copy.issue(clock.now(), items.asOf());
        var number = store.nextNumber(press.year());
        var issued = IssuedCopy.of(once, id, number, terms.fee(), press.print(items, number, copy.peerName()), clock.now(), actor.get().name());
        store.add(issued);
        store.write();
        changed("certificate.issue", id, AuditNote.words(number, doubts.isEmpty() ? null : doubts));
        return once;
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void print(UUID issueId, OutputStream out) {
        var copy = ownIssue(issueId);
        try {
            out.write(copy.print(clock.now()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        changed("certificate.print", copy.requestId(), copy.line().number());
    }

    /** The request is locked first, as everywhere. */
    private IssuedCopy ownIssue(UUID issueId) {
        var request = store.findIssued(issueId).orElseThrow(() -> notOwn(issueId)).requestId();
        own(request);
        if (!store.lock(request).orElseThrow(() -> notOwn(issueId)).state().isOpen()) {
            throw new RuleViolation(NOT_IN_THIS_STATE); // what was handed over is not void
        }
        return store.lockIssued(issueId).orElseThrow(() -> notOwn(issueId));
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void spoil(UUID issueId, String reason) {
        var copy = ownIssue(issueId);
        copy.spoil(reason);
        changed("certificate.spoil", copy.requestId(), copy.line().number());
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void finish(UUID id, long version) {
        var copy = seen(id, version);
        var issued = store.listIssued(id);
        if (issued.stream().anyMatch(IssuedCopy::isUnfetched)) {
            throw new RuleViolation(SHEET_WAITS);
        }
        copy.finish(clock.now(), issued.stream().anyMatch(IssuedCopy::isFetched));
        changed("certificate.finish", id, copy.state().name());
    }

    private void changed(String deed, UUID id, String reason) {
        audit.changed(new AuditNote(deed, null, WideCopyPost.OBJECT, id.toString(), reason));
    }
}
