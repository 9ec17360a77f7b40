package jp.yakuba.web.document;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.Medium;
import jp.yakuba.document.api.RetentionClass;

/** What is typed into the sheet of a file of the filing plan. */
public class DossierForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String classCode;
    private int number = 1;
    private String title;
    private String publicTitle;
    private RetentionClass retention = RetentionClass.Y5;
    private RetentionClass afterUse;
    private LocalDate lawUntil;
    private String ground;
    private Medium medium = Medium.ELECTRONIC;
    private String place;
    private Disclosure disclosure = Disclosure.OPEN;
    private String clause;
    private LocalDate closedUntil;
    private String matters;

    /** What the plan says already. */
    static DossierForm of(DossierFacts facts) {
        var form = new DossierForm();
        form.classCode = facts.classCode();
        form.number = facts.number();
        form.title = facts.title();
        form.publicTitle = facts.publicTitle();
        form.retention = facts.retention();
        form.afterUse = facts.afterUse();
        form.lawUntil = facts.lawUntil();
        form.ground = facts.ground();
        form.medium = facts.medium();
        form.place = facts.place();
        form.disclosure = facts.disclosure();
        form.clause = facts.clause();
        form.closedUntil = facts.closedUntil();
        form.matters = facts.matters().stream().sorted().collect(Collectors.joining(" "));
        return form;
    }

    DossierFacts facts() {
        return new DossierFacts(classCode, number, title, publicTitle, retention, retention == RetentionClass.STANDING ? afterUse : null,
                lawUntil, ground, medium, place, disclosure, disclosure == Disclosure.OPEN ? null : clause,
                disclosure == Disclosure.OPEN ? null : closedUntil, typedMatters());
    }

    private Set<String> typedMatters() {
        return matters == null ? Set.of() : Stream.of(matters.strip().split("[\\s,、]+")).collect(Collectors.toSet());
    }

    public String getClassCode() {
        return classCode;
    }

    public void setClassCode(String classCode) {
        this.classCode = classCode;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getPublicTitle() {
        return publicTitle;
    }

    public void setPublicTitle(String publicTitle) {
        this.publicTitle = publicTitle;
    }

    public RetentionClass getRetention() {
        return retention;
    }

    public void setRetention(RetentionClass retention) {
        this.retention = retention;
    }

    public RetentionClass getAfterUse() {
        return afterUse;
    }

    public void setAfterUse(RetentionClass afterUse) {
        this.afterUse = afterUse;
    }

    public LocalDate getLawUntil() {
        return lawUntil;
    }

    public void setLawUntil(LocalDate lawUntil) {
        this.lawUntil = lawUntil;
    }

    public String getGround() {
        return ground;
    }

    public void setGround(String ground) {
        this.ground = ground;
    }

    public Medium getMedium() {
        return medium;
    }

    public void setMedium(Medium medium) {
        this.medium = medium;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public Disclosure getDisclosure() {
        return disclosure;
    }

    public void setDisclosure(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    public String getClause() {
        return clause;
    }

    public void setClause(String clause) {
        this.clause = clause;
    }

    public LocalDate getClosedUntil() {
        return closedUntil;
    }

    public void setClosedUntil(LocalDate closedUntil) {
        this.closedUntil = closedUntil;
    }

    public String getMatters() {
        return matters;
    }

    public void setMatters(String matters) {
        this.matters = matters;
    }
}
