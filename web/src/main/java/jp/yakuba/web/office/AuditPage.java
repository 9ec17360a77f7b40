package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditFilter;
import jp.yakuba.audit.api.AuditKind;
import jp.yakuba.audit.api.AuditLine;
import jp.yakuba.audit.api.ChainDesk;
import jp.yakuba.audit.api.ChainHead;
import jp.yakuba.audit.api.ChainReport;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import org.primefaces.model.SortMeta;

/** Behind {@code office/audit.xhtml}: reads the log, verifies its chain and names the first broken row. */
@Named
@ViewScoped
public class AuditPage implements DeskRows.Placed {
    private static final long serialVersionUID = 1L;

    @Inject
    private ChainDesk desk;

    private String person;
    private String staff;
    private String kind;
    private String deed;
    private String from;
    private String until;
    private int number;
    private transient ChainReport report;
    private transient DeskRows<AuditLine> rows;

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

    /** The entries that fit, latest first. */
    public DeskRows<AuditLine> getRows() {
        if (rows == null) {
            rows = new DeskRows<>((part, order) -> desk.search(filter(), part), number, this);
        }
        return rows;
    }

    private AuditFilter filter() {
        return new AuditFilter(id(person), id(staff), null, kindAsked(), deed, startOf(from, 0), startOf(until, 1));
    }

    private AuditKind kindAsked() {
        return Stream.of(AuditKind.values()).filter(one -> one.name().equals(kind)).findFirst().orElse(null);
    }

    private static UUID id(String text) {
        return text == null ? null : Pages.id(text.strip());
    }

    private static Instant startOf(String day, int later) {
        try {
            return day == null ? null : LocalDate.parse(day).plusDays(later).atStartOfDay(OfficeClock.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    @Override
    public String addressOf(int other, SortMeta order) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("from", from);
        parts.put("until", until);
        parts.put("kind", kind);
        parts.put("deed", deed);
        parts.put("person", person);
        parts.put("actor", staff);
        parts.put("page", other == 0 ? null : other);
        return Paths.with("/office/audit", parts);
    }

    /** What sorts of trace there are. */
    public AuditKind[] getKinds() {
        return AuditKind.values();
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getStaff() {
        return staff;
    }

    public void setStaff(String staff) {
        this.staff = staff;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getDeed() {
        return deed;
    }

    public void setDeed(String deed) {
        this.deed = deed;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = Pages.number(number);
    }
}
