package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView.AnsweredCorrection;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ExaminationView;
import jp.yakuba.application.api.ExaminationView.Comparison;
import jp.yakuba.application.api.ExaminationView.LedgerEntry;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.BirthDesk;
import jp.yakuba.resident.api.BirthView;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.MoveInView;
import jp.yakuba.web.application.ChangeView;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/application.xhtml}: one application beside the ledger. What is done to it: {@link ExaminationDeeds}. */
@Named
@ViewScoped
public class ExaminationPage implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Stands for the whole form where questions are chosen. */
    static final String WHOLE = "*";

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
    private OfficeWords words;

    @Inject
    private Messages messages;

    @Inject
    private OfficeClock clock;

    private UUID id;
    private transient ExaminationView view;
    private Instant readAt;
    private transient ProposalView proposal;
    private transient boolean proposalAsked;
    private transient MoveInView move;
    private transient List<String> moveFaults;
    private transient BirthView birth;
    private transient List<String> birthFaults;

    /** The application as the examiner sees it. */
    public ExaminationView getView() {
        if (view == null) {
            view = desk.get(Pages.named(id));
            readAt = clock.now();
        }
        return view;
    }

    /** Forgets what was read, so that it is read as it is now. */
    void forget() {
        view = null;
        proposal = null;
        proposalAsked = false;
        move = null;
        moveFaults = null;
        birth = null;
        birthFaults = null;
    }

    /** How many compared items differ from the ledger; of somebody whom the ledger does not know, none. */
    public long getDifferences() {
        return getView().comparisons().stream().filter(OfficeWords::differs).count();
    }

    /** What does not agree with the ledger: it comes first, and nothing hides it. */
    public List<Comparison> getStandingOut() {
        return getView().comparisons().stream().filter(one -> !OfficeWords.agrees(one)).toList();
    }

    /** What agrees with the ledger. */
    public List<Comparison> getAgreed() {
        return getView().comparisons().stream().filter(OfficeWords::agrees).toList();
    }

    /** When application and ledger were read for this page. */
    public Instant getReadAt() {
        return readAt;
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
        if (birth == null && getView().entry() == LedgerEntry.BIRTH && actor.get().holds(Role.REGISTRAR)) {
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
        return getView().entry() == LedgerEntry.BIRTH && isOpenForExamination() && actor.get().holds(Role.REGISTRAR);
    }

    /** Questions that can be sent back for correction: words shown and the path. */
    public Map<String, String> getAskable() {
        var askable = new LinkedHashMap<String, String>();
        askable.put(messages.get("office.correct.whole"), WHOLE);
        var application = getView().application();
        for (var page : application.pages()) {
            for (var question : page.questions()) {
                if (question.field().type() != FieldType.NOTE) {
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
        return isOpenForExamination() || isVisitOpen() || isToBeRead() || isTroubled() || isLapsed();
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
        return !getView().entry().isFromDesk() && (isOpenForExamination() || isLapsed() && isDecisionNeeded());
    }

    /** True if the applicant let the period of a correction pass: the office refuses, or asks again (行政手続法7条). */
    public boolean isLapsed() {
        var correction = getView().application().correction();
        return correction != null && correction.lapsed();
    }

    /** What an open correction asks for: the questions in words; empty for the whole form. */
    public String getAskedFor() {
        var paths = getView().application().correction().paths();
        return getView().application().pages().stream().flatMap(part -> part.questions().stream())
                .filter(question -> paths.contains(question.path())).map(words::label).collect(Collectors.joining("、"));
    }

    /** What a correction changed, question by question. */
    public List<ChangeView> changesOf(AnsweredCorrection correction) {
        return ChangeView.of(correction);
    }

    /** True if the law wants a decision (申請), false if arrival is enough (届出). */
    public boolean isDecisionNeeded() {
        return getView().application().procedure().kind() == ProcedureKind.APPLICATION;
    }

    /** True while the visit is what is missing. */
    public boolean isVisitOpen() {
        return getView().application().state() == ApplicationState.VISIT;
    }

    /** True while a reported move that needs no visit waits for its final entry. */
    public boolean isMoveOpen() {
        return getView().entry() == LedgerEntry.MOVE && isOpenForExamination() && actor.get().holds(Role.REGISTRAR);
    }

    /** True while the family can be asked whether it wants protection: until the move is final, by whoever makes it so, with a visit or without. */
    public boolean isProtectionOpen() {
        return getMove() != null && "PROVISIONAL".equals(move.state()) && (isMoveOpen() || isVisitOpen() && isVisitMine());
    }

    /** True if what ends the application is an entry in the ledger. */
    public boolean isLedgerEntered() {
        return getView().entry() != LedgerEntry.NONE;
    }

    /** True if the actor may end the visit: whoever examines, but only a registrar where the ledger is entered. */
    public boolean isVisitMine() {
        return actor.get().holds(Role.REGISTRAR) || !isLedgerEntered() && actor.get().holds(Role.EXAMINER);
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }
}
