package jp.yakuba.resident.model;

/** Why the ledger changes (異動事由, 標準仕様書 1.2.2); the words are those of the law and are shown as they are. */
public enum EventReason {
    MOVE_IN("転入"),
    MOVE_IN_FROM_ABROAD("国外転入"),
    BIRTH("出生"),
    MOVE("転居"),
    MOVE_OUT("転出"),
    MOVE_ABROAD("国外転出"),
    DEATH("死亡"),
    HOUSEHOLD_DIVIDED("世帯分離"),
    HOUSEHOLD_MERGED("世帯合併"),
    HEAD_CHANGED("世帯主変更"),
    CORRECTION("職権修正");

    private final String words;

    EventReason(String words) {
        this.words = words;
    }

    /** The reason in the words of the law. */
    public String words() {
        return words;
    }
}
