package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.NOTHING_DUE;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_PROTOCOL;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.ChooseForArchive;
import jp.yakuba.document.api.DisposalDesk;
import jp.yakuba.document.api.DisposalLine;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.JudgeDossier;
import jp.yakuba.document.api.ProtocolView;
import jp.yakuba.document.model.disposal.DisposalItem;
import jp.yakuba.document.model.disposal.Protocol;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.document.store.disposal.DisposalStore;
import jp.yakuba.document.store.disposal.ProtocolStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of disposal: each step belongs to a role, and the last one to a hand that has not touched the list before. */
@Stateless
@RunAs(Role.DESK)
public class DisposalDeskBean implements DisposalDesk {
    private static final int MOST = 200;

    private DisposalStore store;
    private ProtocolStore protocols;
    private DisposalSteps steps;
    private DisposalReach reach;
    private ShieldedDisposals shielded;

    protected DisposalDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public DisposalDeskBean(DisposalStore store, ProtocolStore protocols, DisposalSteps steps, DisposalReach reach,
            ShieldedDisposals shielded) {
        this.store = store;
        this.protocols = protocols;
        this.steps = steps;
        this.reach = reach;
        this.shielded = shielded;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public List<DisposalLine> list(UUID after, int size) {
        return store.list(reach.reader(), after, Math.min(size, MOST));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public DisposalSheet get(UUID disposalId) {
        return steps.sheet(disposalId);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public UUID draw(String section) {
        reach.requireKeeping(section, "document.disposal.draw");
        var due = steps.due(reach.within(section), MOST);
        if (due.isEmpty()) {
            throw new RuleViolation(NOTHING_DUE);
        }
        return steps.draw(section, due);
    }

    @Override
    @RolesAllowed({Role.DECIDER, Role.RECORDS_MANAGER})
    public void judge(UUID disposalId, long version, List<JudgeDossier> verdicts) {
        var list = steps.lock(disposalId, "document.disposal.judge");
        list.expect(version, list.state() == DisposalState.REVIEWING ? DisposalState.REVIEWING : DisposalState.CHECKING);
        reach.requireStep(list, "document.disposal.judge");
        var items = steps.items(list);
        verdicts.forEach(one -> shielded.requireNoMark(one.reason()));
        verdicts.forEach(one -> of(items, one.dossierId()).judge(one.verdict(), one.years(), one.reason()));
        steps.changed(list, "document.disposal.judge", verdicts.size());
    }

    @Override
    @RolesAllowed(Role.ARCHIVIST)
    public void choose(UUID disposalId, long version, List<ChooseForArchive> choices) {
        var list = steps.lock(disposalId, "document.disposal.choose");
        list.expect(version, DisposalState.APPRAISING);
        reach.requireStep(list, "document.disposal.choose");
        var items = steps.items(list);
        choices.forEach(one -> shielded.requireNoMark(one.reason()));
        choices.forEach(one -> of(items, one.dossierId()).choose(one.choice(), one.reason()));
        steps.changed(list, "document.disposal.choose", choices.size());
    }

    private static DisposalItem of(Map<UUID, DisposalItem> items, UUID dossierId) {
        return Optional.ofNullable(items.get(dossierId)).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
    }

    @Override
    @RolesAllowed({Role.DECIDER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public void pass(UUID disposalId, long version) {
        var list = steps.lock(disposalId, "document.disposal.pass");
        list.expect(version);
        reach.requireStep(list, "document.disposal.pass");
        steps.pass(list);
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public void giveBack(UUID disposalId, long version, String reason) {
        var why = Reasons.given(reason);
        var list = steps.lock(disposalId, "document.disposal.give-back");
        list.expect(version);
        reach.requireStep(list, "document.disposal.give-back");
        steps.giveBack(list, why);
    }

    @Override
    @RolesAllowed({Role.DECIDER, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public void callOff(UUID disposalId, long version, String reason) {
        var why = Reasons.given(reason);
        var list = steps.lock(disposalId, "document.disposal.call-off");
        list.expect(version);
        reach.requireCallingOff(list, "document.disposal.call-off");
        steps.callOff(list, why);
    }

    @Override
    @RolesAllowed({Role.DECIDER, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public void callOff(UUID disposalId, long version, UUID dossierId, String reason) {
        var why = Reasons.given(reason);
        var list = steps.lock(disposalId, "document.disposal.call-off");
        list.expect(version);
        reach.requireCallingOff(list, "document.disposal.call-off");
        steps.callOff(list, steps.item(list, dossierId), why);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public List<ProtocolView> listProtocols(UUID after, int size) {
        return shielded.protocols(protocols.list(reach.reader(), after, Math.min(size, MOST)).stream().map(Protocol::view).toList());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.DECIDER, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public ProtocolView getProtocol(UUID protocolId) {
        var found = protocols.find(protocolId, reach.reader()).orElseThrow(() -> new RuleViolation(NO_SUCH_PROTOCOL)).view();
        return shielded.protocols(List.of(found)).get(0);
    }
}
