package jp.yakuba.document.model.drafting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DraftTemplateLine;
import jp.yakuba.document.api.SealUse;

/** A template of a draft (起案の様式): words to begin with, with places for what caused it. */
@Entity
@Table(name = "doc_draft_template")
public class DraftTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z.]+)}");

    @Id
    private String code;

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
