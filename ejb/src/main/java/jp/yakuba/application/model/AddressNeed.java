package jp.yakuba.application.model;

import java.util.Locale;

/** Whether the work of a core system needs addresses; the town says it for each system and procedure, and nothing said is no. */
public enum AddressNeed {
    /** It does its work without; no address leaves. */
    NONE,
    /** It needs addresses, but not those of protected persons, whom it serves without. */
    ORDINARY,
    /** Its work is at the very place: it must know a protected address too. */
    PROTECTED;

    /** What the setting says; anything unknown is no need. */
    public static AddressNeed of(String setting) {
        for (var need : values()) {
            if (need.name().toLowerCase(Locale.ROOT).equals(setting)) {
                return need;
            }
        }
        return NONE;
    }
}
