package jp.yakuba.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.CirculationView;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/record.xhtml}: one record with its files, its way through the office and what may be done with it. */
@Named
@ViewScoped
public class RecordPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RecordDesk desk;

    @Inject
    private FilingDesk filing;

    @Inject
    private OfficeSignatureDesk signed;

    @Inject
    private CurrentActor actor;

    private UUID id;
    private String received;
    private long version;
    private transient RecordSheet sheet;
    private transient List<RecordSheet.Reader> colleagues;
    private transient List<DossierView> dossiers;
    private transient List<SignatureLine> signatures;

    /** Called once the address is known. */
    public void open() {
        version = getSheet().version();
    }

    /** True if it is confidential, and what belongs to it is not. */
    public boolean isKinOpen() {
        return getSheet().line().confidential() && getSheet().kin().stream().anyMatch(one -> !one.confidential());
    }

    public RecordSheet getSheet() {
        if (sheet == null) {
            sheet = desk.get(Pages.named(id));
        }
        return sheet;
    }

    /** Shows the record as it is after a deed. */
    String again() {
        return "/office/record.xhtml?faces-redirect=true&id=" + id;
    }

    /** What happened, latest first. */
    public List<RecordEventLine> getHistory() {
        var steps = new ArrayList<>(getSheet().history());
        java.util.Collections.reverse(steps);
        return steps;
    }

    /** The step under which it went; null while it is here. */
    public RecordEventLine getEnd() {
        return getSheet().history().stream().filter(step -> step.kind() == RecordEventKind.DESTROYED
                || step.kind() == RecordEventKind.TRANSFERRED).findFirst().orElse(null);
    }

    /** True while something is to be done with it. */
    public boolean isUnfinished() {
        return getSheet().line().state().isUnfinished();
    }

    /** Members of the section that has it. */
    public List<RecordSheet.Reader> getColleagues() {
        if (colleagues == null) {
            colleagues = desk.listColleagues(getSheet().line().holder());
        }
        return colleagues;
    }

    /** Signed copies of what was sent out. */
    public List<SignatureLine> getSignatures() {
        if (signatures == null) {
            signatures = signed.list(getSheet().line().id());
        }
        return signatures;
    }

    /** Files into which it can be put. */
    public List<DossierView> getDossiers() {
        if (dossiers == null) {
            dossiers = filing.listOpen(getSheet().line().holder());
        }
        return dossiers;
    }

    /** The circulation in which it waits for the reader's mark; null if none. */
    public CirculationView getMine() {
        return getSheet().circulations().stream()
                .filter(one -> one.readers().stream()
                        .anyMatch(reader -> reader.staffId().equals(actor.get().id()) && reader.readAt() == null))
                .findFirst()
                .orElse(null);
    }

    /** True if it came as an application, which has a page of its own. */
    public boolean isApplication() {
        return "application".equals(getSheet().causeType());
    }

    /** Version of its life when the page was opened. */
    public long getVersion() {
        return version;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getReceived() {
        return received;
    }

    public void setReceived(String received) {
        this.received = received;
    }
}
