package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.EventLine;
import jp.yakuba.resident.api.HouseholdView;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ResidentDesk;

/** Behind {@code office/resident.xhtml}: one person of the ledger with household and history, shown for a reason. */
@Named
@ViewScoped
public class ResidentPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ResidentDesk desk;

    @Inject
    private ProtectionDesk protection;

    @Inject
    private OfficeMenu menu;

    private boolean asked;
    private UUID id;
    private String reason;
    private transient PersonView person;
    private transient HouseholdView household;
    private transient List<EventLine> events;

    /** True once the reason was given. */
    public boolean isReasonGiven() {
        return id != null && reason != null && !reason.isBlank();
    }

    /** Shows the person on the same page, so that the reason comes into no address. */
    public String show() {
        person = null;
        household = null;
        events = null;
        asked = false;
        return null;
    }

    /** Asks a second person to open the address for a while; the reason is the one given for looking. */
    public void askRelease() {
        protection.requestRelease(id, reason);
        asked = true;
    }

    /** True right after the address was asked for. */
    public boolean isAsked() {
        return asked;
    }

    /** True if the actor may enter a protection. */
    public boolean isMayProtect() {
        return menu.may(Role.PROTECTION_OFFICER);
    }

    public PersonView getPerson() {
        if (person == null && isReasonGiven()) {
            person = desk.get(id, reason);
        }
        return person;
    }

    public HouseholdView getHousehold() {
        if (household == null && isReasonGiven()) {
            household = desk.householdOf(id, reason);
        }
        return household;
    }

    public List<EventLine> getEvents() {
        if (events == null && isReasonGiven()) {
            events = desk.listEvents(id, reason);
        }
        return events;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
