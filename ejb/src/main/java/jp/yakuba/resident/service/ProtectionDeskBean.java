package jp.yakuba.resident.service;

import static jp.yakuba.resident.api.ResidentProblem.NOT_PROTECTED;
import static jp.yakuba.resident.api.ResidentProblem.NO_SUCH_PERSON;
import static jp.yakuba.resident.api.ResidentProblem.NO_SUCH_PROTECTION;
import static jp.yakuba.resident.api.ResidentProblem.NO_SUCH_RELEASE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ProtectionView;
import jp.yakuba.resident.api.ReleaseView;
import jp.yakuba.resident.model.Protection;
import jp.yakuba.resident.model.ProtectionPeriod.Alert;
import jp.yakuba.resident.model.Release;
import jp.yakuba.resident.store.LedgerReader;
import jp.yakuba.resident.store.ProtectionStore;

/** Shields and, for a while and with four eyes, opens. */
@Stateless
@RunAs(Role.DESK)
public class ProtectionDeskBean implements ProtectionDesk {
    private static final String OPEN_MINUTES = "protection.release-minutes";
    private static final String USUAL_MINUTES = "30";

    private ProtectionStore store;
    private ProtectionBell bell;
    private LedgerReader ledger;
    private Readers readers;
    private OrganizationDesk organization;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected ProtectionDeskBean() {
        // for the container
    }

    @Inject
    public ProtectionDeskBean(ProtectionStore store, ProtectionBell bell, LedgerReader ledger, Readers readers, OrganizationDesk organization,
            AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.bell = bell;
        this.ledger = ledger;
        this.readers = readers;
        this.organization = organization;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public PersonView begin(UUID personId) {
        audit.looked("resident.view", personId, "resident.protect");
        return person(personId);
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public UUID protect(EnterProtection command) {
        bell.takeTurns();
        command.personIds().forEach(this::person);
        var protection = Protection.enter(command, clock.now(), actor.get().id());
        bell.begin(protection);
        changed("resident.protect", protection);
        return protection.id();
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public void confirm(UUID protectionId, long version, LocalDate startsOn) {
        var protection = locked(protectionId);
        protection.confirm(version, startsOn);
        changed("resident.protection-confirm", protection);
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public void extend(UUID protectionId, long version) {
        var protection = locked(protectionId);
        protection.extend(version, clock.today());
        changed("resident.protection-extend", protection);
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public void end(UUID protectionId, long version, String reason) {
        var protection = locked(protectionId);
        protection.end(version, reason, clock.now(), actor.get().id());
        changed("resident.protection-end", protection);
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public Page<ProtectionView> listStanding(PageRequest page) {
        var standing = store.standing(page);
        var rows = standing.rows().stream().map(this::view).toList();
        audit.lookedAtAll(rows.stream()
                .map(view -> AuditNote.ofPerson("resident.protections", view.applicantId(), "list")).toList());
        return new Page<>(rows, standing.total(), page);
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public ProtectionView get(UUID protectionId) {
        var view = view(store.find(protectionId).orElseThrow(() -> new RuleViolation(NO_SUCH_PROTECTION)));
        audit.looked("resident.protections", view.applicantId(), "case");
        return view;
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.LEDGER_READER, Role.PROTECTION_OFFICER, Role.DESK})
    public UUID requestRelease(UUID personId, String reason) {
        if (!person(personId).protectedPerson()) {
            throw new RuleViolation(NOT_PROTECTED);
        }
        var who = actor.get();
        var release = Release.request(personId, who.id(), who.name(), reason, clock.now());
        store.add(release);
        noted("resident.release-request", release, reason);
        return release.id();
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public void grantRelease(UUID releaseId, long version) {
        var minutes = organization.findSetting(OPEN_MINUTES, clock.today()).orElse(USUAL_MINUTES);
        var release = lockedRelease(releaseId);
        release.grant(version, actor.get().id(), clock.now(), Duration.ofMinutes(Long.parseLong(minutes)));
        store.write();
        noted("resident.release-grant", release, minutes + " minutes");
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public void refuseRelease(UUID releaseId, long version) {
        var release = lockedRelease(releaseId);
        release.refuse(version, actor.get().id(), clock.now());
        store.write();
        noted("resident.release-refuse", release, null);
    }

    @Override
    @RolesAllowed(Role.PROTECTION_OFFICER)
    public Page<ReleaseView> listWaitingReleases(PageRequest page) {
        var waiting = store.waiting(page);
        var rows = waiting.rows().stream()
                .map(release -> new ReleaseView(release.id(), release.version(), release.personId(),
                        person(release.personId()).name(), release.requester(), release.requestedAt(), release.reason()))
                .toList();
        audit.lookedAtAll(rows.stream().map(view -> AuditNote.ofPerson("resident.releases", view.personId(), "list")).toList());
        return new Page<>(rows, waiting.total(), page);
    }

    private ProtectionView view(Protection protection) {
        var period = protection.period();
        var alert = period.alertOn(clock.today());
        return new ProtectionView(protection.id(), protection.version(), protection.applicantId(),
                person(protection.applicantId()).name(), protection.persons().size(), protection.isProvisional(),
                period.startsOn(), period.endsOn(), alert == Alert.NONE ? "" : alert.name());
    }

    private PersonView person(UUID personId) {
        return ledger.find(personId, readers.present()).orElseThrow(() -> new RuleViolation(NO_SUCH_PERSON));
    }

    private Protection locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new RuleViolation(NO_SUCH_PROTECTION));
    }

    private Release lockedRelease(UUID id) {
        return store.lockRelease(id).orElseThrow(() -> new RuleViolation(NO_SUCH_RELEASE));
    }

    private void changed(String deed, Protection protection) {
        store.write();
        audit.changed(new AuditNote(deed, protection.applicantId(), "protection", protection.id().toString(), null));
    }

    private void noted(String deed, Release release, String reason) {
        audit.changed(new AuditNote(deed, release.personId(), "release", release.id().toString(), reason));
    }
}
