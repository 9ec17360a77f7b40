package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;

/** What is done with a draft on its page: handed to its route, given up, written by one more. */
@Named
@RequestScoped
public class DraftWork {
    @Inject
    private DraftingDesk desk;

    @Inject
    private DraftSheetPage page;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private List<String> consulted = List.of();
    private boolean urgent;
    private LocalDate wantedBy;
    private String number;
    private String reason;

    /** Hands it to its route; what is missing is named. */
    public String propose() {
        var missing = page.getSheet().missing();
        missing.forEach(field -> faults.add("propose", messages.get("document.draft.missing." + field)));
        if (!missing.isEmpty()) {
            return null;
        }
        desk.propose(new ProposeDraft(page.getId(), page.getVersion(), consulted, urgent, wantedBy));
        return page.again();
    }

    public String invite() {
        desk.invite(page.getId(), page.getVersion(), number);
        return page.again();
    }

    public String abandon() {
        desk.abandon(page.getId(), page.getVersion(), reason);
        return page.again();
    }

    public List<String> getConsulted() {
        return consulted;
    }

    public void setConsulted(List<String> consulted) {
        this.consulted = consulted;
    }

    public boolean isUrgent() {
        return urgent;
    }

    public void setUrgent(boolean urgent) {
        this.urgent = urgent;
    }

    public LocalDate getWantedBy() {
        return wantedBy;
    }

    public void setWantedBy(LocalDate wantedBy) {
        this.wantedBy = wantedBy;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
