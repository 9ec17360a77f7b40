package jp.yakuba.web.organization;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.organization.api.DecisionClass;
import jp.yakuba.organization.api.DelegationTerms;
import jp.yakuba.organization.api.DelegationTerms.Beside;
import jp.yakuba.organization.api.RuleStop;

/**
 * A line of the delegation table while it is written. Who is consulted or told stands in one field: codes of sections or posts
 * divided by blanks, stages divided by a bar.
 */
public class DelegationDraft implements Serializable {
    private static final long serialVersionUID = 1L;

    private String matter;
    private String name;
    private Long upToAmount;
    private Integer consentRank;
    private Integer lineFromRank;
    private Integer deciderRank;
    private String deciderPost;
    private boolean proxyExcluded;
    private boolean editable;
    private DecisionClass decisionClass;
    private String article;
    private String source;
    private String consults;
    private String informs;

    /** A draft of what stands in the table. */
    static DelegationDraft of(DelegationTerms terms) {
        var draft = new DelegationDraft();
        draft.matter = terms.matter();
        draft.name = terms.name();
        draft.upToAmount = terms.upToAmount();
        draft.consentRank = terms.consentRank();
        draft.lineFromRank = terms.lineFromRank();
        draft.deciderRank = terms.deciderRank();
        draft.deciderPost = terms.deciderPost();
        draft.proxyExcluded = terms.proxyExcluded();
        draft.editable = terms.editable();
        draft.decisionClass = terms.decisionClass();
        draft.article = terms.article();
        draft.source = terms.source();
        draft.consults = words(terms, RuleStop.Kind.CONSULT);
        draft.informs = words(terms, RuleStop.Kind.INFORM);
        return draft;
    }

    private static String words(DelegationTerms terms, RuleStop.Kind kind) {
        return terms.besides().stream()
                .filter(one -> one.kind() == kind)
                .collect(Collectors.groupingBy(Beside::stage, TreeMap::new, Collectors.mapping(
                        one -> Objects.requireNonNullElse(one.section(), one.post()), Collectors.joining(" "))))
                .values().stream().collect(Collectors.joining(" | "));
    }

    /** What was written; a word that is no section's code is taken for a post, which the desk knows or refuses. */
    DelegationTerms terms(Collection<String> sections) {
        var besides = Stream.concat(
                besides(consults, RuleStop.Kind.CONSULT, sections), besides(informs, RuleStop.Kind.INFORM, sections));
        return new DelegationTerms(
                text(matter), text(name), upToAmount, consentRank, lineFromRank, deciderRank, text(deciderPost), proxyExcluded,
                editable, decisionClass, text(article), text(source), besides.toList());
    }

    private static Stream<Beside> besides(String words, RuleStop.Kind kind, Collection<String> sections) {
        if (words == null || words.isBlank()) {
            return Stream.empty();
        }
        var stages = List.of(words.split("\\|"));
        return IntStream.range(0, stages.size()).boxed().flatMap(stage -> Stream.of(stages.get(stage).strip().split("[\\s,、]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> sections.contains(word)
                        ? new Beside(stage + 1, kind, null, word)
                        : new Beside(stage + 1, kind, word, null)));
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    public String getMatter() {
        return matter;
    }

    public void setMatter(String matter) {
        this.matter = matter;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getUpToAmount() {
        return upToAmount;
    }

    public void setUpToAmount(Long upToAmount) {
        this.upToAmount = upToAmount;
    }

    public Integer getConsentRank() {
        return consentRank;
    }

    public void setConsentRank(Integer consentRank) {
        this.consentRank = consentRank;
    }

    public Integer getLineFromRank() {
        return lineFromRank;
    }

    public void setLineFromRank(Integer lineFromRank) {
        this.lineFromRank = lineFromRank;
    }

    public Integer getDeciderRank() {
        return deciderRank;
    }

    public void setDeciderRank(Integer deciderRank) {
        this.deciderRank = deciderRank;
    }

    public String getDeciderPost() {
        return deciderPost;
    }

    public void setDeciderPost(String deciderPost) {
        this.deciderPost = deciderPost;
    }

    public boolean isProxyExcluded() {
        return proxyExcluded;
    }

    public void setProxyExcluded(boolean proxyExcluded) {
        this.proxyExcluded = proxyExcluded;
    }

    public boolean isEditable() {
        return editable;
    }

    public void setEditable(boolean editable) {
        this.editable = editable;
    }

    public DecisionClass getDecisionClass() {
        return decisionClass;
    }

    public void setDecisionClass(DecisionClass decisionClass) {
        this.decisionClass = decisionClass;
    }

    public String getArticle() {
        return article;
    }

    public void setArticle(String article) {
        this.article = article;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getConsults() {
        return consults;
    }

    public void setConsults(String consults) {
        this.consults = consults;
    }

    public String getInforms() {
        return informs;
    }

    public void setInforms(String informs) {
        this.informs = informs;
    }
}
