package jp.yakuba.document.service.masking;

import static jp.yakuba.document.api.DocumentProblem.NO_PAGES_TO_MASK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.BeginMasks;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DrawMask;
import jp.yakuba.document.api.MaskClause;
import jp.yakuba.document.api.MaskDesk;
import jp.yakuba.document.api.MaskSheetView;
import jp.yakuba.document.api.WaitingMasks;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.masking.MaskStore;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;

/** Behind the masks desk: sheets are there for whoever may read the record, and drawn by the section that has it. */
@Stateless
@RunAs(Role.DESK)
public class MaskDeskBean implements MaskDesk {
    private MaskStore store;
    private OwnMasks masks;
    private OwnRecords own;
    private MaskWork work;
    private MaskAddresses addresses;
    private MaskParts parts;

    protected MaskDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public MaskDeskBean(MaskStore store, OwnMasks masks, OwnRecords own, MaskWork work, MaskAddresses addresses, MaskParts parts) {
        this.store = store;
        this.masks = masks;
        this.own = own;
        this.work = work;
        this.addresses = addresses;
        this.parts = parts;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<MaskSheetView> list(UUID recordId, int position) {
        var record = own.get(recordId);
        var file = work.file(recordId, position);
        own.looked("document.mask-list", recordId, record.number() + " #" + position);
        return parts.shielded(store.list(recordId, file.sha256()).stream().map(sheet -> masks.view(sheet, record)).toList());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public MaskSheetView get(UUID sheetId) {
        var sheet = masks.get(sheetId);
        own.looked("document.mask-view", sheet.recordId(), sheetId.toString());
        return parts.shielded(List.of(masks.view(sheet, own.get(sheet.recordId())))).get(0);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public Page<WaitingMasks> listWaiting(PageRequest page) {
        var found = store.listWaiting(own.reader(), page);
        own.lookedAtAll(found.rows().stream().map(WaitingMasks::recordId).distinct().toList(), "masks");
        return parts.shielded(found);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public Optional<DocumentProblem> findObstacle(UUID recordId, int position) {
        own.get(recordId);
        return parts.shows(work.file(recordId, position)) ? Optional.empty() : Optional.of(NO_PAGES_TO_MASK);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<MaskClause> listClauses() {
        return parts.clauses();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public UUID begin(BeginMasks command) {
        own.getToWork(command.recordId(), "document.mask-begin");
        var begun = work.begin(command);
        own.changed("document.mask-begin", command.recordId(), begun.toString());
        return begun;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void draw(DrawMask command) {
        var sheet = masks.lockToWork(command.sheetId(), command.version(), "document.mask-draw");
        work.draw(sheet, command);
        own.changed("document.mask-draw", sheet.recordId(), sheet.id().toString());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void takeOff(UUID sheetId, long version, UUID maskId) {
        var sheet = masks.lockToWork(sheetId, version, "document.mask-take-off");
        work.takeOff(sheet, maskId);
        own.changed("document.mask-take-off", sheet.recordId(), sheetId.toString());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void propose(UUID sheetId, long version) {
        var sheet = masks.lockToWork(sheetId, version, "document.mask-propose");
        work.propose(sheet);
        own.changed("document.mask-propose", sheet.recordId(), sheetId.toString());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void giveBack(UUID sheetId, long version, String reason) {
        var sheet = masks.lockToWork(sheetId, version, "document.mask-give-back");
        work.giveBack(sheet, reason);
        own.changed("document.mask-give-back", sheet.recordId(), sheetId.toString());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void fix(UUID sheetId, long version) {
        addresses.requireCovered(masks.getToWork(sheetId, "document.mask-fix"), "document.mask-fix");
        var sheet = masks.lockToWork(sheetId, version, "document.mask-fix");
        work.fix(sheet);
        own.changed("document.mask-fix", sheet.recordId(), sheetId.toString());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void discard(UUID sheetId, long version) {
        var sheet = masks.lockToWork(sheetId, version, "document.mask-discard");
        work.discard(sheet);
        own.changed("document.mask-discard", sheet.recordId(), sheetId.toString());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void orderCopy(UUID sheetId) {
        var sheet = masks.getToWork(sheetId, "document.mask-copy");
        if (work.orderCopy(sheet)) {
            own.changed("document.mask-copy", sheet.recordId(), sheetId.toString());
        }
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public InputStream openPage(UUID sheetId, int page, boolean covered) {
        var sheet = masks.get(sheetId);
        own.looked("document.mask-page", sheet.recordId(), sheetId + " " + page);
        return parts.page(sheet, page, covered);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public InputStream openCopy(UUID sheetId) {
        var sheet = masks.get(sheetId);
        work.requireWhole(sheet);
        addresses.requireCovered(sheet, "document.mask-open-copy");
        own.looked("document.mask-open-copy", sheet.recordId(), sheetId.toString());
        return parts.copy(sheet);
    }
}
