package jp.yakuba.share.service;

import static jp.yakuba.share.api.ShareProblem.CHANGED_MEANWHILE;
import static jp.yakuba.share.api.ShareProblem.NOT_IN_CATALOGUE;
import static jp.yakuba.share.api.ShareProblem.NO_SUCH_PROCEDURE;
import static jp.yakuba.share.api.ShareProblem.WORKING_COPY_THERE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.exchange.api.CopyView;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.share.api.OfferedProcedureLine;
import jp.yakuba.share.api.OwnProcedureLine;
import jp.yakuba.share.api.SharedProcedureDesk;
import jp.yakuba.share.api.SharedProcedureSheet;
import jp.yakuba.share.api.TakenProcedureLine;
import jp.yakuba.share.model.Comparison;
import jp.yakuba.share.model.OfferedProcedure;
import jp.yakuba.share.model.SharedContent;
import jp.yakuba.share.model.TakenProcedure;
import jp.yakuba.share.store.ShareStore;

/** Behind the desk of shared procedures. It acts with the author's own rights: what the author may not write, is not taken over either. */
@Stateless
public class SharedProcedureDeskBean implements SharedProcedureDesk {
    private static final String OBJECT = "procedure";
    private static final String WORKING = "WORKING";

    private ShareStore store;
    private Sharing sharing;
    private CatalogueDesk catalogue;
    private ProcedureDesk procedures;
    private FormDesk forms;
    private PublicationDesk publications;
    private OrganizationDesk organization;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected SharedProcedureDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public SharedProcedureDeskBean(
            ShareStore store, Sharing sharing, CatalogueDesk catalogue, ProcedureDesk procedures, FormDesk forms, PublicationDesk publications,
            OrganizationDesk organization, AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.sharing = sharing;
        this.catalogue = catalogue;
        this.procedures = procedures;
        this.forms = forms;
        this.publications = publications;
        this.organization = organization;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<OwnProcedureLine> listOwn() {
        var shared = store.listShared();
        return catalogue.list().stream().map(one -> own(one, shared.get(one.code()))).toList();
    }

    private static OwnProcedureLine own(ProcedureView one, ShareStore.Shared shared) {
        return new OwnProcedureLine(one.code(), one.name(), one.section(), shared == null ? null : shared.at(), shared == null ? null : shared.by());
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void share(String code) {
        if (catalogue.findByCode(code).isEmpty()) {
            throw new RuleViolation(NOT_IN_CATALOGUE);
        }
        store.lock(code);
        store.share(code, clock.now(), actor.get().name());
        sharing.publish(code);
        changed("share.share", code, null);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void unshare(String code) {
        store.lock(code);
        store.unshare(code);
        sharing.publish(code);
        changed("share.unshare", code, null);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public Page<OfferedProcedureLine> list(String words, PageRequest request) {
        var typed = words == null ? "" : words.replaceAll("[\\s\\u3000\\u0000]+", " ").strip();
        var offices = offices();
        var rows = store.list(typed, request).stream().map(line -> new OfferedProcedureLine(
                line.peer(), offices.getOrDefault(line.peer(), line.peer()), line.code(), line.name(), line.summary(), line.taken())).toList();
        return new Page<>(rows, store.count(typed), request);
    }

    private Map<String, String> offices() {
        return publications.listCopies(Sharing.NAME).stream().collect(Collectors.toMap(CopyView::peer, CopyView::office));
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<CopyView> listCopies() {
        return publications.listCopies(Sharing.NAME);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void refresh() {
        publications.refresh(Sharing.NAME);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public SharedProcedureSheet get(String peer, String code) {
        var offered = offered(peer, code);
        var content = content(offered.content());
        var taken = store.findTaken(code).filter(one -> one.peer().equals(peer));
        var copy = publications.listCopies(Sharing.NAME).stream().filter(one -> one.peer().equals(peer)).findFirst().orElse(null);
        return new SharedProcedureSheet(peer, copy == null ? peer : copy.office(), copy, code, offered.name(), offered.serial(), offered.sha256(),
                Comparison.facts(content), Comparison.sections(content), taken.map(one -> line(one, offices())).orElse(null),
                taken.map(one -> Comparison.of(content(one.content()), content)).orElse(List.of()), catalogue.findByCode(code).isPresent(), isBeingWritten(code));
    }

    private OfferedProcedure offered(String peer, String code) {
        return store.find(peer, code).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE));
    }

    private static SharedContent content(byte[] bytes) {
        try {
            return SharedContent.read(bytes);
        } catch (SharedContent.Unreadable unreadable) {
            throw new IllegalStateException("What was taken was judged before", unreadable);
        }
    }

    private boolean isBeingWritten(String code) {
        return forms.listVersions(code).stream().anyMatch(version -> WORKING.equals(version.state()));
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void takeOver(String peer, String code, String sha256) {
        store.lock(code);
        var offered = offered(peer, code);
        if (!offered.sha256().equals(sha256)) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
        var content = content(offered.content());
        procedures.read(code, content.facts().toString());
        store.take(offered, content.form() == null ? null : workingCopy(code, content), clock.now(), actor.get().name());
        changed("share.take-over", code, peer + "/" + offered.serial());
    }

    private int workingCopy(String code, SharedContent content) {
        if (isBeingWritten(code)) {
            throw new RuleViolation(WORKING_COPY_THERE);
        }
        return forms.keepWorkingCopy(code, content.form().toString(), FormDesk.NOT_BEGUN);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<TakenProcedureLine> listTaken() {
        var offices = offices();
        return store.listTaken().stream().map(one -> line(one, offices)).toList();
    }

    private static TakenProcedureLine line(TakenProcedure one, Map<String, String> offices) {
        return new TakenProcedureLine(one.code(), one.name(), one.peer(), offices.getOrDefault(one.peer(), one.peer()), one.serial(), one.takenAt(),
                one.takenBy(), one.state());
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public ProcedureView draft(String code) {
        var taken = store.findTaken(code).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE));
        var said = procedures.read(code, content(taken.content()).facts().toString());
        var here = catalogue.findByCode(code);
        var tomorrow = clock.today().plusDays(1);
        var section = here.map(ProcedureView::section).orElseGet(() -> organization.listSections(clock.today()).get(0).code());
        return new ProcedureView(code, said.name(), said.kana(), said.summary(), said.legalGround(), section, said.whoMay(), said.bring(), said.fee(),
                said.standardDays(), said.identity(), said.kind(), said.visit(), here.map(ProcedureView::online).orElse(false),
                here.map(ProcedureView::coreSystem).orElse(null), here.map(ProcedureView::matter).orElse(null), here.map(ProcedureView::waitsFor).orElse(null),
                said.lifeEvents(), said.keywords(), tomorrow, null, said.remedy());
    }

    private void changed(String deed, String code, String details) {
        audit.changed(new AuditNote(deed, null, OBJECT, code, details));
    }
}
