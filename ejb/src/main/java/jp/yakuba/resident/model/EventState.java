package jp.yakuba.resident.model;

/** The life of an entry: provisional (仮登録), then final (本登録) or taken back; nothing follows after. */
public enum EventState {
    PROVISIONAL,
    FINAL,
    WITHDRAWN
}
