package jp.yakuba.document.service.drafting;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.DraftDifference;
import jp.yakuba.document.api.DraftFilter;
import jp.yakuba.document.api.DraftLine;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftTemplateLine;
import jp.yakuba.document.api.DraftText;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.OfficeViewState;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.document.gateway.OfficeConverter;
import jp.yakuba.document.model.drafting.DraftTemplate;
import jp.yakuba.document.model.drafting.RichText;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.document.service.receipt.Staging;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;

/** Behind the drafting desk: every member of staff drafts for the own sections. */
@Stateless
@RunAs(Role.DESK)
public class DraftingDeskBean implements DraftingDesk {
    private DraftingStore store;
    private DraftWriting writing;
    private DraftRoute route;
    private DraftReading reading;
    private Staging staging;
    private OfficeConverter converter;
    private OwnReach reach;

    protected DraftingDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public DraftingDeskBean(DraftingStore store, DraftWriting writing, DraftRoute route, DraftReading reading, Staging staging,
            OfficeConverter converter, OwnReach reach) {
        this.store = store;
        this.writing = writing;
        this.route = route;
        this.reading = reading;
        this.staging = staging;
        this.converter = converter;
        this.reach = reach;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<DraftTemplateLine> listTemplates() {
        return store.listTemplates(reach.sections()).stream().map(DraftTemplate::line).toList();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public UUID begin(BeginDraft command) {
        return writing.begin(command);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public StagedUpload stage(InputStream content, String name) {
        return staging.hold(content, name, LARGEST_FILE_BYTES);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<StagedUpload.File> listStaged(List<UUID> ids) {
        return staging.find(ids).stream().map(staging::view).toList();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void discard(UUID stagedId) {
        staging.remove(staging.find(List.of(stagedId)));
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void write(WriteDraft command) {
        writing.write(command);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void answer(WriteDraft command, String words) {
        route.answer(command, Reasons.required(words));
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public DraftText cleaned(String title, String ask, String text, boolean rich) {
        var clean = rich ? RichText.ofEditor(text) : RichText.ofPlain(text);
        return new DraftText(title, ask, clean.html(), clean.plain());
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void invite(UUID draftId, long version, String staffNumber) {
        writing.invite(draftId, version, staffNumber);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public UUID propose(ProposeDraft command) {
        return route.propose(command);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void abandon(UUID draftId, long version, String reason) {
        route.abandon(draftId, version, Reasons.required(reason));
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public Page<DraftLine> list(DraftFilter filter, PageRequest page) {
        return reading.list(filter, page);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public DraftSheet get(UUID draftId) {
        return reading.sheet(draftId);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public DraftDifference compare(UUID draftId, int from, int to) {
        return reading.compare(draftId, from, to);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void print(UUID draftId, OutputStream out) {
        reading.print(draftId, out);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public InputStream open(UUID draftId, int position) {
        return reading.open(draftId, position);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void view(UUID draftId, int position, OutputStream out) {
        reading.view(reading.file(draftId, position), out);
    }

    @Override
    @PermitAll // the health page tells whether the program is there, and nothing else
    public OfficeViewState officeView() {
        return converter.isOn() ? OfficeViewState.ON : OfficeViewState.OFF;
    }
}
