package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ExaminationView;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.BirthDesk;
import jp.yakuba.resident.api.BirthView;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.MoveInView;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Ui;

/** Behind {@code office/application.xhtml}: one application beside the ledger, and every deed of its examination. */
@Named
@ViewScoped
public class ExaminationPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CORRECTION_DAYS = 14;

    @Inject
    private ExaminationDesk desk;

    @Inject
    private ApprovalDesk approvals;

    @Inject
    private MoveInDesk moves;

    @Inject
    private BirthDesk births;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Inject
    private OfficeWords words;

    @Inject
    private Ui ui;

    private UUID id;
    private long version;
    private transient ExaminationView view;
    private transient ProposalView proposal;
    private transient boolean proposalAsked;
    private transient MoveInView move;
    private transient List<String> moveFaults;
    private transient BirthView birth;
    private transient List<String> birthFaults;
    private String noteWords;
    private String correctionWords;
    private LocalDate correctionUntil;
    private List<String> correctionPaths = new ArrayList<>();
    private String grantWords;
    private String refusalReasons;

    /** Called once the address is known; the version seen now is the one every deed of this page is judged by. */
    public void open() {
        version = getView().application().version();
        correctionUntil = clock.today().plusDays(CORRECTION_DAYS);
    }

    /** The application as the examiner sees it. */
    public ExaminationView getView() {
        if (view == null) {
            view = desk.get(Pages.named(id));
        }
        return view;
    }

    /** How many compared items differ from the ledger. */
    public long getDifferences() {
        return getView().comparisons().stream()
                .filter(comparison -> !"SAME".equals(comparison.verdict()))
                .count();
    }

    /** The route of its proposal; null before anything was proposed. */
    public ProposalView getProposal() {
        if (!proposalAsked) {
            proposal = approvals.findBySubject("application", id);
            proposalAsked = true;
        }
        return proposal;
    }

    /** The move as it stands in the ledger; null if the application is not a move. */
    public MoveInView getMove() {
        var event = getView().moveEventId();
        if (move == null && event != null) {
            move = moves.get(event);
        }
        return move;
    }

    /** What the ledger holds against the move; empty if nothing. */
    public List<String> getMoveFaults() {
        var event = getView().moveEventId();
        if (moveFaults == null) {
            moveFaults = event == null || !"PROVISIONAL".equals(getMove().state()) ? List.of() : moves.check(event);
        }
        return moveFaults;
    }

    /** The birth as it stands in the ledger; null if the application reports none, or the ledger has not entered it yet. */
    public BirthView getBirth() {
        if (birth == null && getView().reportsBirth() && actor.get().holds(Role.REGISTRAR)) {
            birth = births.findByCause(id);
        }
        return birth;
    }

    /** What the ledger holds against the birth; empty if nothing. */
    public List<String> getBirthFaults() {
        if (birthFaults == null) {
            birthFaults = getBirth() == null || !"PROVISIONAL".equals(birth.state()) ? List.of() : births.check(birth.eventId());
        }
        return birthFaults;
    }

    /** True while a reported birth waits for its final entry. */
    public boolean isBirthOpen() {
        return getView().reportsBirth() && isOpenForExamination() && actor.get().holds(Role.REGISTRAR);
    }

    /** Questions that can be sent back for correction: words shown and the path. */
    public Map<String, String> getAskable() {
        var askable = new LinkedHashMap<String, String>();
        var application = getView().application();
        for (var page : application.pages()) {
            for (var question : page.questions()) {
                if (words.shown(question)) {
                    askable.put(words.label(question), question.path());
                }
            }
        }
        return askable;
    }

    /** True while an examiner has something to do. */
    public boolean isOpenForExamination() {
        var state = getView().application().state();
        return state == ApplicationState.ARRIVED || state == ApplicationState.EXAMINING;
    }

    /** True while the applicant can be asked to correct something: on the desk, or before the visit. */
    public boolean isOpenForCorrection() {
        return isOpenForExamination() || isVisitOpen() || isToBeRead() || isTroubled();
    }

    /** True for a notification that ended at its arrival and was not read yet. */
    public boolean isToBeRead() {
        return getView().toBeRead() && getView().application().state() == ApplicationState.DONE;
    }

    /** True if a core system refuses what was decided. */
    public boolean isTroubled() {
        return getView().coreTrouble() != null && getView().application().state() == ApplicationState.IN_CORE;
    }

    /** True while the examiner takes the next step: accepts the notification, or drafts the decision. */
    public boolean isOpenForStep() {
        return isOpenForExamination() && !getView().reportsBirth();
    }

    /** True if the law wants a decision (申請), false if arrival is enough (届出). */
    public boolean isDecisionNeeded() {
        return getView().application().procedure().kind() == ProcedureKind.APPLICATION;
    }

    /** True while the visit is what is missing. */
    public boolean isVisitOpen() {
        return getView().application().state() == ApplicationState.VISIT;
    }

    public String addNote() {
        desk.note(id, noteWords);
        return again();
    }

    public String requestCorrection() {
        desk.requestCorrection(new RequestCorrection(id, version, correctionPaths, correctionWords, correctionUntil));
        return again();
    }

    public String accept() {
        desk.accept(id, version);
        return again();
    }

    public String acknowledge() {
        desk.acknowledge(id, version);
        return again();
    }

    public String sendAgain() {
        desk.sendAgain(id, version);
        return again();
    }

    public String proposeGrant() {
        desk.proposeGrant(id, version, grantWords);
        return again();
    }

    public String proposeRefusal() {
        desk.proposeRefusal(id, version, refusalReasons);
        return again();
    }

    public String completeVisit() {
        desk.completeVisit(id, version);
        return again();
    }

    private String again() {
        return "/office/application.xhtml?faces-redirect=true&id=" + id;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getNoteWords() {
        return noteWords;
    }

    public void setNoteWords(String noteWords) {
        this.noteWords = noteWords;
    }

    public String getCorrectionWords() {
        return correctionWords;
    }

    public void setCorrectionWords(String correctionWords) {
        this.correctionWords = correctionWords;
    }

    public LocalDate getCorrectionUntil() {
        return correctionUntil;
    }

    public void setCorrectionUntil(LocalDate correctionUntil) {
        this.correctionUntil = correctionUntil;
    }

    public List<String> getCorrectionPaths() {
        return correctionPaths;
    }

    public void setCorrectionPaths(List<String> correctionPaths) {
        this.correctionPaths = correctionPaths;
    }

    public String getGrantWords() {
        return grantWords;
    }

    public void setGrantWords(String grantWords) {
        this.grantWords = grantWords;
    }

    public String getRefusalReasons() {
        return refusalReasons;
    }

    public void setRefusalReasons(String refusalReasons) {
        this.refusalReasons = refusalReasons;
    }
}
