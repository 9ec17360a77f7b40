package jp.yakuba.application.api;

/** The kinds of question a form can ask. */
public enum FieldType {
    TEXT,
    LONG_TEXT,
    KANA,
    NUMBER,
    /** A date; typed in western years or eras, kept as yyyy-MM-dd once read. */
    DATE,
    /** Three parts: {@code .postal}, {@code .place}, {@code .lot} and optional {@code .building}. */
    ADDRESS,
    MAIL,
    PHONE,
    CHOICE,
    CHOICES,
    YES_NO,
    /** Picks one or more members of the applicant's household (or of the repeated group {@code members}). */
    PERSON,
    FILE,
    /** A time that the counter offers. */
    APPOINTMENT,
    /** Repeated group: its fields are asked once per entry, paths {@code id.0.name}. */
    GROUP,
    /** Read-only words between questions. */
    NOTE
}
