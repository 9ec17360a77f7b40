package jp.yakuba.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FileClassView;
import jp.yakuba.document.api.FilingPlan;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.Medium;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.web.shell.NotFound;

/** Behind {@code office/dossier.xhtml}: one file of the filing plan, new or there already. */
@Named
@ViewScoped
public class DossierPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FilingDesk desk;

    private UUID id;
    private String section;
    private Integer year;
    private String reason;
    private DossierForm form;
    private long version;
    private transient DossierView file;
    private transient FilingPlan plan;

    /** Called once the address is known. */
    public void open() {
        if (id != null) {
            section = getFile().section();
            year = getFile().fiscalYear();
            version = getFile().version();
            form = DossierForm.of(getFile().facts());
        } else if (section == null || year == null || getClasses().isEmpty()) {
            throw new NotFound();
        } else if (form == null) {
            form = new DossierForm();
        }
    }

    /** Keeps what the form says: a new file, or the same one changed. */
    public String keep() {
        if (id == null) {
            desk.open(section, year, form.facts());
        } else {
            desk.amend(id, version, form.facts());
        }
        return back();
    }

    public String close() {
        desk.close(id, version);
        return again();
    }

    public String reopen() {
        desk.reopen(id, version, reason);
        return again();
    }

    /** Shows the file as it is after a deed. */
    String again() {
        return "/office/dossier.xhtml?faces-redirect=true&id=" + id;
    }

    private String back() {
        return "/office/filing.xhtml?faces-redirect=true&section=" + section + "&year=" + year;
    }

    /** The file as it is kept; null for a new one. */
    public DossierView getFile() {
        if (file == null && id != null) {
            file = desk.get(id);
        }
        return file;
    }

    /** True if who looks may change the plan of the section. */
    public boolean isEditable() {
        return plan().editable();
    }

    /** True once nothing lies in the file any more. */
    public boolean isGone() {
        return id != null && getFile().state().isGone();
    }

    /** Classes a file can stand under. */
    public List<FileClassView> getClasses() {
        return plan().classes().stream().filter(one -> one.level() == 3).toList();
    }

    private FilingPlan plan() {
        if (plan == null) {
            plan = desk.plan(section, year);
        }
        return plan;
    }

    public RetentionClass[] getRetentions() {
        return RetentionClass.values();
    }

    public Medium[] getMedia() {
        return Medium.values();
    }

    public Disclosure[] getDisclosures() {
        return Disclosure.values();
    }

    public DossierForm getForm() {
        return form;
    }

    /** Version of the file when the page was opened. */
    public long getVersion() {
        return version;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    public Integer getYear() {
        return year;
    }

    public void setYear(Integer year) {
        this.year = year;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
