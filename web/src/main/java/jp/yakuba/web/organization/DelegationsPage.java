package jp.yakuba.web.organization;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.DelegationDesk;
import jp.yakuba.organization.api.DelegationImport;
import jp.yakuba.organization.api.DelegationLine;
import jp.yakuba.organization.api.SubstituteLine;
import jp.yakuba.web.office.TextFile;

/** Behind {@code office/delegations.xhtml}: the delegation table of a day, changes ahead, files in and out, stand-ins. */
@Named
@ViewScoped
public class DelegationsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private DelegationDesk desk;

    @Inject
    private OfficeClock clock;

    private LocalDate on;
    private LocalDate from;
    private transient Part file;
    private String csv;
    private transient DelegationImport result;
    private boolean done;
    private String post;
    private String standIns;
    private String source;

    /** Called once the address is known. */
    public void open() {
        on = on == null ? clock.today() : on;
        from = clock.today().plusDays(1);
    }

    /** Lines in force on the day that is looked at. */
    public List<DelegationLine> getLines() {
        return desk.list(on);
    }

    /** Lines that begin later. */
    public List<DelegationLine> getAhead() {
        return desk.listAhead(on);
    }

    /** The written order of stand-ins. */
    public List<SubstituteLine> getSubstitutes() {
        return desk.listSubstitutes(on);
    }

    public String takeBack(UUID line) {
        desk.takeBack(line);
        return again();
    }

    /** Reads the file and tells what it would do. */
    public void check() throws IOException {
        csv = TextFile.read(file);
        result = desk.importCsv(csv, from, false);
        done = false;
    }

    /** Does what was just looked at. */
    public void take() {
        result = desk.importCsv(csv, from, true);
        done = result.faults().isEmpty();
        csv = null;
    }

    /** Writes the order of stand-ins of a post: codes divided by blanks. */
    public String setOrder() {
        var codes = standIns == null ? List.<String>of() : Stream.of(standIns.strip().split("[\\s,、]+")).filter(code -> !code.isEmpty()).toList();
        desk.setSubstitutes(post.strip(), codes, from, source.strip());
        return again();
    }

    private String again() {
        return "/office/delegations.xhtml?faces-redirect=true&on=" + on;
    }

    /** What the file would do, or did; null before one was read. */
    public DelegationImport getResult() {
        return result;
    }

    /** True once the file is taken in. */
    public boolean isDone() {
        return done;
    }

    public String getOn() {
        return String.valueOf(on);
    }

    /** The day in the address; an unreadable one is today. */
    public void setOn(String day) {
        try {
            on = LocalDate.parse(day);
        } catch (DateTimeException unreadable) {
            on = clock.today();
        }
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getPost() {
        return post;
    }

    public void setPost(String post) {
        this.post = post;
    }

    public String getStandIns() {
        return standIns;
    }

    public void setStandIns(String standIns) {
        this.standIns = standIns;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }
}
