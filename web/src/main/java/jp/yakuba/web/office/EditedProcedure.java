package jp.yakuba.web.office;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.kernel.Assurance;

/** What the catalogue tells of a procedure, while its author writes it. */
public class EditedProcedure implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LANGUAGES = 3;

    private final ProcedureView before;
    private String code;
    private ProcedureKind kind;
    private VisitRule visit;
    private boolean online;
    private String matter;
    private EditedText name;
    private String kana;
    private EditedText summary;
    private String legalGround;
    private String section;
    private EditedText whoMay;
    private String bring;
    private int fee;
    private int standardDays;
    private Assurance identity;
    private List<String> lifeEvents;
    private String keywords;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private final EditedRemedy remedy;

    /** Begins with what is told already. */
    public EditedProcedure(ProcedureView facts) {
        before = facts;
        code = facts.code();
        kind = facts.kind();
        visit = facts.visit();
        online = facts.online();
        matter = facts.matter();
        name = EditedText.of(facts.name());
        kana = facts.kana();
        summary = EditedText.of(facts.summary());
        legalGround = facts.legalGround();
        section = facts.section();
        whoMay = EditedText.of(facts.whoMay());
        bring = facts.bring().stream().map(EditedProcedure::line).collect(Collectors.joining("\n"));
        fee = facts.fee();
        standardDays = facts.standardDays();
        identity = facts.identity();
        lifeEvents = facts.lifeEvents();
        keywords = String.join("、", facts.keywords());
        validFrom = facts.validFrom();
        validUntil = facts.validUntil();
        remedy = EditedRemedy.of(facts.remedy());
    }

    /** What was written; what authors may not change stays as it was. */
    public ProcedureView facts() {
        return new ProcedureView(
                code, text(name), kana, text(summary), legalGround, section, text(whoMay), lines(), fee, standardDays,
                identity, kind, visit, online, before.coreSystem(), matter == null || matter.isBlank() ? null : matter, before.waitsFor(),
                List.copyOf(lifeEvents), words(), validFrom, validUntil, remedy.remedy());
    }

    private static Text text(EditedText edited) {
        var text = edited.text();
        return text == null ? new Text("", null, null) : text;
    }

    private static String line(Text text) {
        return Stream.of(text.ja(), text.easy(), text.en()).map(part -> part == null ? "" : part).collect(Collectors.joining(" | "));
    }

    private List<Text> lines() {
        return bring == null ? List.of() : bring.lines().filter(line -> !line.isBlank()).map(EditedProcedure::textOf).toList();
    }

    private static Text textOf(String line) {
        var parts = line.split("\\s*[|｜]\\s*", LANGUAGES);
        return new Text(parts[0].strip(), part(parts, 1), part(parts, 2));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length && !parts[index].isBlank() ? parts[index].strip() : null;
    }

    private List<String> words() {
        return keywords == null ? List.of()
                : Stream.of(keywords.split("[、,，\\n]")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public ProcedureKind getKind() {
        return kind;
    }

    public void setKind(ProcedureKind kind) {
        this.kind = kind;
    }

    public VisitRule getVisit() {
        return visit;
    }

    public void setVisit(VisitRule visit) {
        this.visit = visit;
    }

    public String getMatter() {
        return matter;
    }

    public void setMatter(String matter) {
        this.matter = matter;
    }

    public boolean isOnline() {
        return online;
    }

    public void setOnline(boolean online) {
        this.online = online;
    }

    /** True if somebody decides on it, so that its notice tells of remedies; of one that is not there yet that is still open. */
    public boolean isDecided() {
        return before.code() == null || kind == ProcedureKind.APPLICATION;
    }

    public EditedRemedy getRemedy() {
        return remedy;
    }

    public EditedText getName() {
        return name;
    }

    public EditedText getSummary() {
        return summary;
    }

    public EditedText getWhoMay() {
        return whoMay;
    }

    public String getKana() {
        return kana;
    }

    public void setKana(String kana) {
        this.kana = kana;
    }

    public String getLegalGround() {
        return legalGround;
    }

    public void setLegalGround(String legalGround) {
        this.legalGround = legalGround;
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }

    public String getBring() {
        return bring;
    }

    public void setBring(String bring) {
        this.bring = bring;
    }

    public int getFee() {
        return fee;
    }

    public void setFee(int fee) {
        this.fee = fee;
    }

    public int getStandardDays() {
        return standardDays;
    }

    public void setStandardDays(int standardDays) {
        this.standardDays = standardDays;
    }

    public Assurance getIdentity() {
        return identity;
    }

    public void setIdentity(Assurance identity) {
        this.identity = identity;
    }

    public List<String> getLifeEvents() {
        return lifeEvents;
    }

    public void setLifeEvents(List<String> lifeEvents) {
        this.lifeEvents = lifeEvents;
    }

    public String getKeywords() {
        return keywords;
    }

    public void setKeywords(String keywords) {
        this.keywords = keywords;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(LocalDate validUntil) {
        this.validUntil = validUntil;
    }
}
