package jp.yakuba.document.model.filing;

import static jp.yakuba.document.api.DocumentProblem.WRONG_CLASS_CODE;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.regex.Pattern;
import jp.yakuba.document.api.FileClassView;
import jp.yakuba.kernel.RuleViolation;

/** A class of the filing plan (大分類・中分類・小分類) of a section for a fiscal year; its code tells what it stands under. */
@Entity
@Table(name = "doc_class")
public class FileClass {
    /** The code of a class of any level. */
    public static final Pattern CODE = Pattern.compile("[A-Z]{1,2}(-[0-9]{2}){0,2}");

    private static final int CODE_PART = 3;

    /** Section, year and code. */
    @Embeddable
    public record Place(String section, int fiscalYear, String code) implements Serializable {}

    @EmbeddedId
    private Place place;

    @Column(nullable = false)
    private String name;

    protected FileClass() {
        // for JPA
    }

    /** A class with its name; refused with {@code DOC-021} if its code is none. */
    public static FileClass named(String section, int fiscalYear, String code, String name) {
        if (!CODE.matcher(code).matches()) {
            throw new RuleViolation(WRONG_CLASS_CODE, code);
        }
        var made = new FileClass();
        made.place = new Place(section, fiscalYear, code);
        made.name = name;
        return made;
    }

    /** Gives it another name. */
    public void rename(String newName) {
        name = newName;
    }

    public Place place() {
        return place;
    }

    public String name() {
        return name;
    }

    /** 1 for 大分類, 2 for 中分類, 3 for 小分類. */
    public static int levelOf(String code) {
        return 1 + (int) code.chars().filter(sign -> sign == '-').count();
    }

    /** The code of the class it stands under; null for a 大分類. */
    public static String parentOf(String code) {
        return code.contains("-") ? code.substring(0, code.length() - CODE_PART) : null;
    }

    /** As people see it. */
    public FileClassView view() {
        return new FileClassView(place.section(), place.fiscalYear(), place.code(), levelOf(place.code()), name);
    }
}
