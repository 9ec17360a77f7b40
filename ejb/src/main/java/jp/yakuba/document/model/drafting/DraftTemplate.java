package jp.yakuba.document.model.drafting;

import static jp.yakuba.document.api.DocumentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.document.api.DocumentProblem.TEMPLATE_PLACE_UNKNOWN;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DraftTemplateLine;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.TemplateSheet;
import jp.yakuba.document.api.WriteTemplate;
import jp.yakuba.kernel.RuleViolation;

/** A template of a draft (起案の様式): words to begin with, with places for what caused it. */
@Entity
@Table(name = "doc_draft_template")
public class DraftTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z.]+)}");

    private static final Set<String> PLACES = Set.of("cause", "cause.number", "cause.date");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    @Id
    private String code;

    @Version
    private long version;

    @Column(updatable = false)
    private String section;

    private boolean ended;

    private int sort;
    private String name;
    private String title;
    private String ask;
    private String body;

    @Enumerated(EnumType.STRING)
    private DispatchIntent dispatch;

    @Enumerated(EnumType.STRING)
    private SealUse seal;

    protected DraftTemplate() {
        // for JPA
    }

    /** A new one. */
    public static DraftTemplate begun(String code, WriteTemplate command) {
        var template = new DraftTemplate();
        template.code = code;
        template.section = command.section();
        template.write(command);
        return template;
    }

    /** Says something else from now on. */
    public void write(WriteTemplate command) {
        requirePlaces(command.title());
        requirePlaces(command.text());
        sort = command.sort();
        name = command.name().strip();
        title = command.title().strip();
        ask = command.ask().strip();
        body = command.text();
        dispatch = command.dispatch();
        seal = command.seal();
    }

    private static void requirePlaces(String words) {
        BRACES.matcher(words).results().map(place -> place.group(1)).filter(place -> !PLACES.contains(place)).findFirst().ifPresent(place -> {
            throw new RuleViolation(TEMPLATE_PLACE_UNKNOWN, "{" + place + "}");
        });
    }

    /** Is offered no more, or again. */
    public void offer(boolean offered) {
        ended = !offered;
    }

    public boolean isOffered() {
        return !ended;
    }

    /** Refuses whoever saw another version of the row. */
    public void expect(long seen) {
        if (version != seen) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    public String code() {
        return code;
    }

    /** The section whose own it is; null for everybody. */
    public String section() {
        return section;
    }

    /** As its keeper sees it. */
    public TemplateSheet sheet() {
        return new TemplateSheet(code, version, section, sort, name, title, ask, body, dispatch, seal, ended);
    }

    public DispatchIntent dispatch() {
        return dispatch;
    }

    public SealUse seal() {
        return seal;
    }

    /** 伺い文. */
    public String ask() {
        return ask;
    }

    /** 件名, its places filled. */
    public String title(Map<String, String> cause) {
        return filled(title, cause);
    }

    /** 案文, its places filled. */
    public RichText text(Map<String, String> cause) {
        return RichText.ofPlain(filled(body, cause));
    }

    /** In a list to choose from. */
    public DraftTemplateLine line() {
        return new DraftTemplateLine(code, name);
    }

    /** The words with their places filled; where nothing is known, the place stays open for its writer. */
    static String filled(String words, Map<String, String> values) {
        return PLACE.matcher(words).replaceAll(place -> {
            var value = values.get(place.group(1));
            return Matcher.quoteReplacement(value != null ? value : place.group(1).equals("cause") ? "（件名）" : "");
        });
    }
}
