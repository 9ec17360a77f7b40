package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ProtectionView;

/** Behind {@code office/protection-case.xhtml}: one protection, to be confirmed, extended or ended with a reason. */
@Named
@ViewScoped
public class ProtectionCasePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ProtectionDesk desk;

    @Inject
    private OfficeClock clock;

    private UUID id;
    private ProtectionView view;
    private LocalDate startsOn;
    private String reason;

    /** Called once the address is known; the version seen now is the one every deed of this page is judged by. */
    public void open() {
        view = desk.get(id);
        startsOn = clock.today();
    }

    public ProtectionView getView() {
        return view;
    }

    /** Makes it a full one from the day on. */
    public String confirm() {
        desk.confirm(id, view.version(), startsOn);
        return again();
    }

    /** Another year. */
    public String extend() {
        desk.extend(id, view.version());
        return again();
    }

    public String end() {
        desk.end(id, view.version(), reason);
        return "/office/protection.xhtml?faces-redirect=true";
    }

    private String again() {
        return "/office/protection-case.xhtml?faces-redirect=true&id=" + id;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
