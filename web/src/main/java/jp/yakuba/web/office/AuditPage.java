package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import jp.yakuba.audit.api.AuditFilter;
import jp.yakuba.audit.api.AuditLine;
import jp.yakuba.audit.api.ChainDesk;
import jp.yakuba.audit.api.ChainHead;
import jp.yakuba.audit.api.ChainReport;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/audit.xhtml}: reads the log, verifies its chain and names the first broken row. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    @Inject
    private ChainDesk desk;

    private UUID person;
    private UUID staff;
    private int number;
    private transient ChainReport report;
    private transient Page<AuditLine> lines;

    /** The last link; null while nothing was sealed. */
    public ChainHead getHead() {
        return desk.head().orElse(null);
    }

    /** What the verification found; null before one was asked for on this page. */
    public ChainReport getReport() {
        return report;
    }

    /** Checks every link from the first to the last. */
    public void verify() {
        report = desk.verify();
    }

    /** The entries of this page, latest first. */
    public Page<AuditLine> getLines() {
        if (lines == null) {
            lines = desk.search(
                    new AuditFilter(person, staff, null, null, null, null, null), new PageRequest(number, ROWS));
        }
        return lines;
    }

    public UUID getPerson() {
        return person;
    }

    public void setPerson(UUID person) {
        this.person = person;
    }

    public UUID getStaff() {
        return staff;
    }

    public void setStaff(UUID staff) {
        this.staff = staff;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
