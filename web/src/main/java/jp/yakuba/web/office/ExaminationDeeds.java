package jp.yakuba.web.office;

import static jp.yakuba.application.api.ApplicationProblem.CHANGED_MEANWHILE;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.application.api.AssignApplications;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.RequestCorrection;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Messages;

/**
 * What an examiner does on the page of one application. Every deed is judged by the version that was seen when the page was
 * opened; whoever comes second is told what the first did, keeps the words typed, and sees the application as it is now.
 */
@Named
@ViewScoped
public class ExaminationDeeds implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String CORRECTION_DAYS = "correction.usual-days";
    private static final String USUAL_DAYS = "14";
    private static final List<String> TYPED = List.of("noteWords", "correctionWords", "grantWords", "refusalReasons");

    @Inject
    private ExaminationPage page;

    @Inject
    private ExaminationDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Inject
    private OfficeWords words;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private long version;
    private UUID assignee;
    private transient Long moveSeen;
    private UUID noteId = UUID.randomUUID();
    private transient String meanwhile;
    private String noteWords;
    private String releaseReason;
    private String correctionWords;
    private LocalDate correctionUntil;
    private List<String> correctionPaths = new ArrayList<>();
    private String grantWords;
    private String refusalReasons;
    private UUID receiver;

    /** Called once the address is known; the version seen now is the one every deed of this page is judged by. */
    public void open() {
        remember();
        correctionUntil = clock.today().plusDays(Integer.parseInt(
                organization.findSetting(CORRECTION_DAYS, clock.today()).orElse(USUAL_DAYS)));
    }

    private void remember() {
        version = page.getView().application().version();
        assignee = page.getView().assigneeId();
        receiver = assignee;
    }

    /**
     * Called before the page is drawn again: looks at the application anew, and tells what was done to it since the page was
     * opened. Once told, that counts as seen: the next deed is judged by what is shown now.
     */
    public void beforeDrawing() {
        meanwhile = null;
        if (FacesContext.getCurrentInstance().isPostback()) {
            page.forget();
            if (page.getView().application().version() != version) {
                meanwhile = told();
                remember();
            }
        }
    }

    /** What somebody did since this page was opened; null if nothing. */
    public String getMeanwhile() {
        return meanwhile;
    }

    private String told() {
        var last = page.getView().lastDeed();
        if (last == null) {
            return messages.get("office.meanwhile.unknown");
        }
        var deed = messages.get("office.deed." + last.deed());
        var at = words.shortDay(last.at());
        if (last.mine()) {
            return messages.of("office.meanwhile.mine", deed, at);
        }
        return last.who() == null
                ? messages.of("office.meanwhile.other", deed, at)
                : messages.of("office.meanwhile", last.who(), deed, at);
    }

    /** The words that were typed and not taken, so that they are not lost when their form is no longer there. */
    public List<String> getUntaken() {
        return TYPED.stream().map(request::getParameter).filter(typed -> typed != null && !typed.isBlank()).toList();
    }

    public String addNote() {
        return done(() -> desk.note(page.getId(), noteId, noteWords));
    }

    /** Asks somebody else to let the actor see the protected address for a while. */
    public String askRelease() {
        return done(() -> desk.askRelease(page.getId(), releaseReason));
    }

    public String assign() {
        return assignTo(receiver);
    }

    /** The actor takes it. */
    public String take() {
        return assignTo(actor.get().id());
    }

    private String assignTo(UUID staff) {
        var seen = new AssignApplications.Seen(page.getId(), assignee);
        var outcome = desk.assign(new AssignApplications(List.of(seen), staff));
        return outcome.missed().isEmpty() ? again() : null;
    }

    public String requestCorrection() {
        return done(() -> desk.requestCorrection(
                new RequestCorrection(page.getId(), version, asked(), correctionWords, correctionUntil)));
    }

    private List<String> asked() {
        return correctionPaths.contains(ExaminationPage.WHOLE) ? List.of() : correctionPaths;
    }

    public String accept() {
        return done(() -> desk.accept(page.getId(), version));
    }

    public String acknowledge() {
        return done(() -> desk.acknowledge(page.getId(), version));
    }

    public String sendAgain() {
        return done(() -> desk.sendAgain(page.getId(), version));
    }

    public String proposeGrant() {
        return done(() -> desk.proposeGrant(page.getId(), version, grantWords));
    }

    public String proposeRefusal() {
        return done(() -> desk.proposeRefusal(page.getId(), version, refusalReasons));
    }

    public String completeVisit() {
        return page.isLedgerEntered() ? makeFinal() : done(() -> desk.completeVisit(page.getId(), version));
    }

    /** Enters the move or the birth. */
    public String makeFinal() {
        return done(() -> desk.makeFinal(page.getId(), version, moveSeen));
    }

    /** Whoever comes too late stays on the page, which tells what was done meanwhile. */
    private String done(Runnable deed) {
        try {
            deed.run();
            return again();
        } catch (RuleViolation refusal) {
            if (refusal.problem() != CHANGED_MEANWHILE) {
                throw refusal;
            }
            return null;
        }
    }

    private String again() {
        return "/office/application.xhtml?faces-redirect=true&id=" + page.getId();
    }

    /** The version of the move as it is drawn; it comes back with the button. Null if there is none. */
    public Long getMoveSeen() {
        return page.getMove() == null ? null : page.getMove().version();
    }

    public void setMoveSeen(Long moveSeen) {
        this.moveSeen = moveSeen;
    }

    /** True if the application is not the actor's yet. */
    public boolean isTakeable() {
        return !Objects.equals(page.getView().assigneeId(), actor.get().id());
    }

    public String getNoteWords() {
        return noteWords;
    }

    public void setNoteWords(String noteWords) {
        this.noteWords = noteWords;
    }

    public String getReleaseReason() {
        return releaseReason;
    }

    public void setReleaseReason(String releaseReason) {
        this.releaseReason = releaseReason;
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

    public UUID getReceiver() {
        return receiver;
    }

    public void setReceiver(UUID receiver) {
        this.receiver = receiver;
    }
}
