package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import jp.yakuba.document.api.RecordDesk;

/** What is done on the page of a record: given, filed, done with, taken up again, sent away. */
@Named
@RequestScoped
public class RecordWork {
    @Inject
    private RecordDesk desk;

    @Inject
    private RecordPage page;

    private String section;
    private UUID staff;
    private UUID dossier;
    private String reason;
    private String to;

    public String distribute() {
        desk.distribute(page.getId(), page.getVersion(), section, staff);
        return page.again();
    }

    public String file() {
        desk.file(page.getId(), page.getVersion(), dossier);
        return page.again();
    }

    public String complete() {
        desk.complete(page.getId(), page.getVersion());
        return page.again();
    }

    public String reopen() {
        desk.reopen(page.getId(), page.getVersion(), reason);
        return page.again();
    }

    /** Gives it back to its sender, or sends it on if somebody is named. */
    public String sendAway() {
        if (to == null) {
            desk.refuse(page.getId(), page.getVersion(), reason);
        } else {
            desk.forward(page.getId(), page.getVersion(), to, reason);
        }
        return page.again();
    }

    public String getSection() {
        return section == null ? page.getSheet().line().holder() : section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    public UUID getStaff() {
        return staff;
    }

    public void setStaff(UUID staff) {
        this.staff = staff;
    }

    public UUID getDossier() {
        return dossier == null ? page.getSheet().line().dossierId() : dossier;
    }

    public void setDossier(UUID dossier) {
        this.dossier = dossier;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
