package jp.yakuba.document.model.filing;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DossierState;
import jp.yakuba.document.api.Medium;
import jp.yakuba.document.api.RetentionClass;

/** The words by which a filing plan names its classes of retention, media and marks; people type them in many widths. */
public final class PlanWords {
    private static final Map<String, RetentionClass> RETENTION = Map.of(
            "30年", RetentionClass.Y30, "10年", RetentionClass.Y10, "5年", RetentionClass.Y5, "3年", RetentionClass.Y3,
            "1年", RetentionClass.Y1, "1年未満", RetentionClass.UNDER1, "常用", RetentionClass.STANDING);
    private static final Map<String, Medium> MEDIUM =
            Map.of("電子", Medium.ELECTRONIC, "紙", Medium.PAPER, "電子・紙", Medium.BOTH);
    private static final Map<String, Disclosure> DISCLOSURE =
            Map.of("公開", Disclosure.OPEN, "部分公開", Disclosure.PARTIAL, "非公開", Disclosure.CLOSED);
    private static final Map<DossierState, String> STATE = Map.of(
            DossierState.OPEN, "使用中", DossierState.CLOSED, "完結", DossierState.DESTROYED, "廃棄済み", DossierState.TRANSFERRED, "移管済み");

    private PlanWords() {}

    /** The retention that the word names. */
    public static Optional<RetentionClass> retention(String word) {
        return Optional.ofNullable(RETENTION.get(plain(word)));
    }

    /** The medium that the word names. */
    public static Optional<Medium> medium(String word) {
        return Optional.ofNullable(MEDIUM.get(plain(word)));
    }

    /** The mark that the word names. */
    public static Optional<Disclosure> disclosure(String word) {
        return Optional.ofNullable(DISCLOSURE.get(plain(word)));
    }

    /** The word for a class of retention. */
    public static String of(RetentionClass value) {
        return wordFor(RETENTION, value);
    }

    /** The word for a medium. */
    public static String of(Medium value) {
        return wordFor(MEDIUM, value);
    }

    /** The word for a mark. */
    public static String of(Disclosure value) {
        return wordFor(DISCLOSURE, value);
    }

    /** The word for the state of a file. */
    public static String of(DossierState value) {
        return STATE.get(value);
    }

    /** In the usual widths, without space around. */
    public static String plain(String typed) {
        return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    private static <T> String wordFor(Map<String, T> words, T value) {
        return words.entrySet().stream().filter(word -> word.getValue() == value).map(Map.Entry::getKey).findFirst().orElse("");
    }
}
