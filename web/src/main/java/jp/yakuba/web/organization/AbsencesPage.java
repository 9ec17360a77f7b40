package jp.yakuba.web.organization;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.AbsenceDesk;
import jp.yakuba.organization.api.AbsenceKind;
import jp.yakuba.organization.api.AbsenceView;
import jp.yakuba.organization.api.EnterAbsence;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.OrganizationProblem;
import jp.yakuba.organization.api.StaffView;

/** Behind {@code office/absences.xhtml}: one's own absences, and for the personnel section everybody's. */
@Named
@ViewScoped
public class AbsencesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LocalTime NOON = LocalTime.NOON;
    private static final int SHOWN_DAYS = 60;

    @Inject
    private AbsenceDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    private AbsenceKind kind = AbsenceKind.LEAVE;
    private LocalDate from;
    private LocalDate until;
    private String part = "ALL";
    private String note;
    private String staffNumber;

    /** Called once the address is known. */
    public void open() {
        from = clock.today();
        until = from;
    }

    /** One's own absences that have not ended. */
    public List<AbsenceView> getMine() {
        return desk.listMine();
    }

    /** Everybody's absences of the next weeks, for the personnel section. */
    public List<AbsenceView> getAll() {
        return isPersonnel() ? desk.list(clock.today(), clock.today().plusDays(SHOWN_DAYS)) : List.of();
    }

    public boolean isPersonnel() {
        return actor.get().holds(Role.PERSONNEL);
    }

    /** Writes it down: whole days, or the morning or afternoon of a day. */
    public String enter() {
        var begins = "AFTERNOON".equals(part) ? from.atTime(NOON) : from.atStartOfDay();
        var ends = "MORNING".equals(part) ? until.atTime(NOON) : until.plusDays(1).atStartOfDay();
        desk.enter(new EnterAbsence(whom(), kind, later(begins), ends, note));
        return again();
    }

    /** An absence that begins today begins now at the earliest. */
    private LocalDateTime later(LocalDateTime begins) {
        var now = clock.localNow();
        return begins.isBefore(now) && begins.toLocalDate().equals(now.toLocalDate()) ? now : begins;
    }

    private UUID whom() {
        if (staffNumber == null || staffNumber.isBlank()) {
            return actor.get().id();
        }
        return organization.findStaffByNumber(staffNumber.strip(), clock.today()).map(StaffView::id)
                .orElseThrow(() -> new RuleViolation(OrganizationProblem.NO_SUCH_STAFF));
    }

    /** Takes one back, or comes back now. */
    public String cancel(UUID absence) {
        desk.cancel(absence);
        return again();
    }

    private static String again() {
        return "/office/absences.xhtml?faces-redirect=true";
    }

    public AbsenceKind[] getKinds() {
        return AbsenceKind.values();
    }

    public AbsenceKind getKind() {
        return kind;
    }

    public void setKind(AbsenceKind kind) {
        this.kind = kind;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getStaffNumber() {
        return staffNumber;
    }

    public void setStaffNumber(String staffNumber) {
        this.staffNumber = staffNumber;
    }
}
