package jp.yakuba.document.api;

/** What can happen to a record, a draft or a dossier; each has its words under {@code document.event.<name>}. */
public enum RecordEventKind {
    /** Entered in the register (収受). */
    RECEIVED,
    /** Given to a section and a person (配布). */
    DISTRIBUTED,
    /** Sent on to another body, because it was not ours (誤送の転送). */
    FORWARDED,
    /** Given back, because it was not ours (誤送の返却). */
    REFUSED,
    /** Put before readers (供覧). */
    CIRCULATED,
    /** Read by one of them. */
    READ,
    /** Put into a file (編てつ). */
    FILED,
    /** Put into another file. */
    REFILED,
    /** Done with (完結): its retention is counted from here. */
    COMPLETED,
    /** Taken up again after it was done with. */
    REOPENED,
    /** Made confidential, or its named readers changed (秘密文書). */
    CONFIDENTIAL,
    /** Confidential no longer. */
    OPENED,
    /** Drafted (起案). */
    DRAFTED,
    /** A new version of the draft. */
    REVISED,
    /** Handed to the route (回議). */
    PROPOSED,
    /** Sent back to its drafter (差戻し). */
    RETURNED,
    /** Taken back or given up by its drafter. */
    WITHDRAWN,
    /** Decided (決裁). */
    DECIDED,
    /** Refused by the decider (否決). */
    REJECTED,
    /** Given its number (番号). */
    NUMBERED,
    /** Sealed with the office's seal (公印). */
    SEALED,
    /** Signed electronically (電子署名). */
    SIGNED,
    /** A signature checked again or its time stamp renewed. */
    RENEWED,
    /** Sent out (施行). */
    DISPATCHED,
    /** Arrived, or came back. */
    DELIVERED,
    /** Prepared for disclosure with parts covered. */
    MASKED,
    /** Its end is held up (廃棄の停止). */
    HELD,
    /** Held up no longer. */
    RELEASED,
    /** Kept longer than the plan says (保存期間の延長). */
    EXTENDED,
    /** Listed for its end (廃棄予定). */
    LISTED,
    /** Passed on by the section or by general affairs on its way to its end (点検・確認). */
    CHECKED,
    /** Its end confirmed by a second person (最終確認). */
    CONFIRMED,
    /** Looked at for the archive's choice (評価選別). */
    APPRAISED,
    /** Called back from its end. */
    CALLED_OFF,
    /** Packed for the archive (情報パッケージ). */
    PACKED,
    /** Given to the archive (移管). */
    TRANSFERRED,
    /** Destroyed (廃棄). */
    DESTROYED,
    /** Changed in the file's own facts: title, class, retention. */
    AMENDED,
    /** Opened as a file for a fiscal year, or closed. */
    CARRIED_OVER,
    /** Taken over from another system. */
    IMPORTED,
    /** Anything else, in words of the payload. */
    NOTED
}
