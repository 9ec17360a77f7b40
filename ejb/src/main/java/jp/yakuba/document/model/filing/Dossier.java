package jp.yakuba.document.model.filing;

import static jp.yakuba.document.api.DocumentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.document.api.DocumentProblem.DOSSIER_CLOSED;
import static jp.yakuba.document.api.DocumentProblem.DOSSIER_OPEN;
import static jp.yakuba.document.api.DocumentProblem.EXTENSION_STRANGE;
import static jp.yakuba.document.api.DocumentProblem.GONE_ALREADY;
import static jp.yakuba.document.api.DocumentProblem.NOT_OVER;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.DossierState;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.Medium;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.RuleViolation;

/**
 * A file of the filing plan (ファイル・簿冊). Open, it takes records in; closed, its retention is counted from the fiscal year
 * in which the last of them was done with.
 */
@Entity
@Table(name = "doc_dossier")
public class Dossier {
    private static final int LONGEST_EXTENSION = 30;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(nullable = false, updatable = false)
    private int fiscalYear;

    @Column(nullable = false)
    private String classCode;

    @Column(nullable = false)
    private int number;

    @Column(nullable = false)
    private String title;

    private String publicTitle;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RetentionClass retention;

    @Enumerated(EnumType.STRING)
    private RetentionClass afterUse;

    private LocalDate lawUntil;

    @Column(nullable = false)
    private String ground;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Medium medium;

    private String place;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Disclosure disclosure;

    private String clause;
    private LocalDate closedUntil;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DossierState state;

    @Column(updatable = false)
    private UUID carriedFrom;

    private Integer completedYear;
    private LocalDate retentionFrom;
    private LocalDate retentionUntil;
    private LocalDate extendedUntil;

    @ElementCollection
    @CollectionTable(name = "doc_dossier_matter", joinColumns = @JoinColumn(name = "dossier_id"))
    @Column(name = "matter")
    private Set<String> matters = new HashSet<>();

    protected Dossier() {
        // for JPA
    }

    /** Opens a file for a year. */
    public static Dossier open(String section, FiscalYear year, DossierFacts facts) {
        var opened = new Dossier();
        opened.id = UUID.randomUUID();
        opened.section = section;
        opened.fiscalYear = year.year();
        opened.state = DossierState.OPEN;
        opened.say(facts);
        return opened;
    }

    /** The file that goes on with this one in another year, kept by a section. */
    public Dossier carriedTo(String keeper, FiscalYear year) {
        return carriedTo(keeper, year, facts());
    }

    /** The same, at another place in the plan of a section that took over. */
    public Dossier carriedTo(String keeper, FiscalYear year, DossierFacts there) {
        var next = open(keeper, year, there);
        next.carriedFrom = id;
        return next;
    }

    /** Changes what the plan says of it; what is counted already is counted anew. */
    public void amend(DossierFacts facts) {
        requireHere();
        say(facts);
        if (state == DossierState.CLOSED) {
            count(new FiscalYear(completedYear));
        }
    }

    /** Closes it: the last of it was done with, or its regular use ended, in the fiscal year. */
    public void close(FiscalYear completed) {
        if (state != DossierState.OPEN) {
            throw new RuleViolation(DOSSIER_CLOSED, facts().code());
        }
        state = DossierState.CLOSED;
        count(completed.year() < fiscalYear ? new FiscalYear(fiscalYear) : completed);
    }

    /** Keeps it longer by whole fiscal years (延長); returns the last day from now on. */
    public LocalDate extend(int years) {
        if (years < 1 || years > LONGEST_EXTENSION) {
            throw new RuleViolation(EXTENSION_STRANGE, LONGEST_EXTENSION);
        }
        requireHere();
        if (state != DossierState.CLOSED) {
            throw new RuleViolation(DOSSIER_OPEN, facts().code());
        }
        extendedUntil = new RetentionPeriod(retentionFrom, retentionUntil).extendedBy(years);
        retentionUntil = extendedUntil;
        return extendedUntil;
    }

    /** Opens it again: nothing is counted any more. */
    public void reopen() {
        requireHere();
        if (state != DossierState.CLOSED) {
            throw new RuleViolation(DOSSIER_OPEN, facts().code());
        }
        state = DossierState.OPEN;
        completedYear = null;
        retentionFrom = null;
        retentionUntil = null;
    }

    /** It is gone: destroyed, or given to the archive. Only a closed file whose period is over on the day goes. */
    public void end(boolean transferred, LocalDate today) {
        if (!isOver(today)) {
            throw new RuleViolation(NOT_OVER, facts().code());
        }
        state = transferred ? DossierState.TRANSFERRED : DossierState.DESTROYED;
    }

    /** True if it is closed and its period is over on the day. */
    public boolean isOver(LocalDate today) {
        return state == DossierState.CLOSED && new RetentionPeriod(retentionFrom, retentionUntil).isOverOn(today);
    }

    /** Refuses a change by somebody who saw an earlier state. */
    public void expect(long seen) {
        if (seen != version) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    private void say(DossierFacts facts) {
        new Retention(facts.retention(), facts.afterUse(), facts.lawUntil());
        classCode = facts.classCode();
        number = facts.number();
        title = facts.title();
        publicTitle = facts.publicTitle();
        retention = facts.retention();
        afterUse = facts.afterUse();
        lawUntil = facts.lawUntil();
        ground = facts.ground();
        medium = facts.medium();
        place = facts.place();
        disclosure = facts.disclosure();
        clause = facts.clause();
        closedUntil = facts.closedUntil();
        matters.retainAll(facts.matters());
        matters.addAll(facts.matters());
    }

    private void count(FiscalYear completed) {
        var period = keeps().after(completed).notBefore(extendedUntil);
        completedYear = completed.year();
        retentionFrom = period.from();
        retentionUntil = period.until();
    }

    private void requireHere() {
        if (state.isGone()) {
            throw new RuleViolation(GONE_ALREADY, facts().code());
        }
    }

    private Retention keeps() {
        return new Retention(retention, afterUse, lawUntil);
    }

    public UUID id() {
        return id;
    }

    public String section() {
        return section;
    }

    public int fiscalYear() {
        return fiscalYear;
    }

    /** True while records may be put in. */
    public boolean isOpen() {
        return state == DossierState.OPEN;
    }

    /** True once nothing lies in it any more: destroyed, or given to the archive. */
    public boolean isGone() {
        return state.isGone();
    }

    /** The last day of its period; null while it is open. */
    public LocalDate retentionUntil() {
        return retentionUntil;
    }

    /** True if it is in regular use (常用). */
    public boolean isStanding() {
        return retention == RetentionClass.STANDING;
    }

    /** What the plan says of it. */
    public DossierFacts facts() {
        return new DossierFacts(classCode, number, title, publicTitle, retention, afterUse, lawUntil, ground, medium, place,
                disclosure, clause, closedUntil, matters);
    }

    /** As people see it, with how many records lie in it and how many of them are not done with. */
    public DossierView view(long records, long unfinished) {
        var disposal = retentionUntil == null
                ? keeps().foreseen(new FiscalYear(fiscalYear)).map(period -> period.notBefore(extendedUntil).disposalYear())
                : java.util.Optional.of(new RetentionPeriod(retentionFrom, retentionUntil).disposalYear());
        return new DossierView(id, version, section, fiscalYear, facts(), state, completedYear, retentionFrom, retentionUntil,
                extendedUntil, disposal.map(FiscalYear::year).orElse(null), records, unfinished);
    }
}
