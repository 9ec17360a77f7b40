package jp.yakuba.kernel;

/** Names of the roles that desks ask for. What a post may do is data ({@code organization}); these are the words for it. */
public final class Role {
    /** A signed-in resident or business at the portal. */
    public static final String RESIDENT = "resident";
    /** A member of staff who is signed in at the office's listener, whatever the post. */
    public static final String STAFF = "staff";
    /** Examines applications of the own section. */
    public static final String EXAMINER = "examiner";
    /** Decides (決裁) what the delegation table gives to the post. */
    public static final String DECIDER = "decider";
    /** Keeps the resident ledger: provisional entries, matching, finalising at the counter. */
    public static final String REGISTRAR = "registrar";
    /** Looks into the whole ledger, because the section's work rests on it (住民基本台帳法1条); others see the person before them only. */
    public static final String LEDGER_READER = "ledger-reader";
    /** May ask for, and as the second person grant, the release of a protected address. */
    public static final String PROTECTION_OFFICER = "protection-officer";
    /** Writes and publishes procedures, forms and guides. */
    public static final String AUTHOR = "author";
    /** Reads and verifies the audit chain. */
    public static final String AUDITOR = "auditor";
    /** Keeps the system running: queues, dead letters, clock of a sample town. */
    public static final String OPERATOR = "operator";
    /** Keeps staff, posts and delegation tables. */
    public static final String PERSONNEL = "personnel";
    /** Records officer of a section (文書主任): receives, distributes, keeps the filing plan of the own section. */
    public static final String RECORDS_OFFICER = "records-officer";
    /** Records manager of the whole office (文書管理者): every register and plan, seals, missing numbers, the last check of disposal. */
    public static final String RECORDS_MANAGER = "records-manager";
    /** Chooses what stays for ever (歴史的文書の選別). */
    public static final String ARCHIVIST = "archivist";
    /** Another office that showed its certificate at the listener of LGWAN. */
    public static final String PEER = "peer";
    /** Timers, queue receivers, the start of the server. */
    public static final String SYSTEM = "system";
    /** One desk calling another inside the same deed; no person ever holds it. */
    public static final String DESK = "desk";

    private Role() {}
}
