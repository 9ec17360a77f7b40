package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.Circulate;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Who is to read a record, who alone may, and the reader's own mark, on the page of the record. */
@Named
@RequestScoped
public class RecordReaders {
    @Inject
    private RecordDesk desk;

    @Inject
    private RecordPage page;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    private List<UUID> readers = List.of();
    private List<String> sections = List.of();
    private String numbers;
    private String note;
    private LocalDate dueOn;
    private boolean completes = true;
    private List<UUID> named;
    private String namedNumbers;
    private String comment;

    public String circulate() {
        desk.circulate(new Circulate(
                page.getId(), page.getVersion(), all(readers, numbers), Set.copyOf(sections), note, dueOn, completes));
        return page.again();
    }

    /** Makes it confidential with those who were named. */
    public String restrict() {
        var all = all(getNamed(), namedNumbers);
        if (all.isEmpty()) {
            throw new RuleViolation(DocumentProblem.NO_READERS);
        }
        desk.restrict(page.getId(), page.getVersion(), all);
        return page.again();
    }

    /** Opens it to its sections again. */
    public String unrestrict() {
        desk.restrict(page.getId(), page.getVersion(), Set.of());
        return page.again();
    }

    /** Leaves the reader's mark. */
    public String read() {
        var mine = page.getMine();
        if (mine != null) {
            desk.read(mine.id(), comment);
        }
        return "/office/reading.xhtml?faces-redirect=true";
    }

    /** Those that were ticked, and those named by staff number. */
    private Set<UUID> all(List<UUID> ticked, String typed) {
        var all = new HashSet<>(ticked);
        if (typed != null) {
            for (var number : typed.strip().split("[\\s,、]+")) {
                all.add(organization.findStaffByNumber(number, clock.today())
                        .orElseThrow(() -> new RuleViolation(DocumentProblem.NO_SUCH_STAFF)).id());
            }
        }
        return all;
    }

    public List<UUID> getReaders() {
        return readers;
    }

    public void setReaders(List<UUID> readers) {
        this.readers = readers;
    }

    public List<String> getSections() {
        return sections;
    }

    public void setSections(List<String> sections) {
        this.sections = sections;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public boolean isCompletes() {
        return completes;
    }

    public void setCompletes(boolean completes) {
        this.completes = completes;
    }

    /** Those who are named already, until others are. */
    public List<UUID> getNamed() {
        return named == null ? page.getSheet().readers().stream().map(RecordSheet.Reader::staffId).toList() : named;
    }

    public void setNamed(List<UUID> named) {
        this.named = named;
    }

    public String getNamedNumbers() {
        return namedNumbers;
    }

    public void setNamedNumbers(String namedNumbers) {
        this.namedNumbers = namedNumbers;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }
}
