package jp.yakuba.audit.api;

/** What sort of trace an audit entry is. */
public enum AuditKind {
    /** Somebody saw data of a person (照会). */
    LOOK,
    /** Somebody changed data (異動・更新). */
    CHANGE,
    /** Somebody was refused (拒否). */
    REFUSAL
}
