package jp.yakuba.document.api;

import jp.yakuba.kernel.Problem;

/** Every way the records desk and the file room say no. */
public enum DocumentProblem implements Problem {
    NO_SUCH_RECORD("DOC-001", 404),
    FILE_TOO_LARGE("DOC-002", 413),
    /** The content is of a kind the office does not take, such as a program or a script. */
    TYPE_NOT_TAKEN("DOC-003", 415),
    /** The name promises one kind of file, the content is another. */
    DISGUISED("DOC-004", 422),
    /** An archive that would grow beyond all measure when opened. */
    ARCHIVE_BOMB("DOC-005", 422),
    VIRUS_FOUND("DOC-006", 422),
    /** A scanner is asked for by the settings but does not answer: nothing is taken unchecked. */
    SCAN_UNAVAILABLE("DOC-007", 409),
    NO_SUCH_FILE("DOC-008", 404),
    FILE_EMPTY("DOC-009", 422),
    NO_SUCH_SECTION("DOC-010", 422),
    NO_SUCH_DOSSIER("DOC-020", 404),
    /** A class has a code such as A, A-01 or A-01-02. */
    WRONG_CLASS_CODE("DOC-021", 422),
    NO_SUCH_CLASS("DOC-022", 422),
    DOSSIER_CLOSED("DOC-023", 409),
    DOSSIER_OPEN("DOC-024", 409),
    /** Records in the file are not done with. */
    DOSSIER_UNFINISHED("DOC-025", 409),
    DOSSIER_NUMBER_TAKEN("DOC-026", 409),
    CHANGED_MEANWHILE("DOC-027", 409),
    /** The file, class or record belongs to a section that is not the actor's. */
    NOT_YOUR_SECTION("DOC-028", 403),
    REASON_MISSING("DOC-029", 422),
    /** What the plan says of a file does not fit together; the detail names the column. */
    FACTS_INCOMPLETE("DOC-030", 422),
    /** A year is carried over when it has come. */
    YEAR_AHEAD("DOC-031", 409),
    /** The file holds records that are closed; only the records manager changes it. */
    CLOSED_FOR_YOU("DOC-032", 403),
    NO_SUCH_STAFF("DOC-033", 422),
    /** What is asked does not fit the state in which the record is. */
    NOT_IN_THIS_STATE("DOC-034", 409),
    /** A file cannot be opened; it is taken as it came only when that is said. */
    FILE_UNREADABLE("DOC-035", 422),
    MAIL_UNREADABLE("DOC-036", 422),
    ARRIVED_IN_FUTURE("DOC-037", 422),
    NO_READERS("DOC-038", 422),
    NO_SUCH_CIRCULATION("DOC-039", 404),
    /** The file of the plan is another section's. */
    DOSSIER_OF_OTHERS("DOC-040", 422),
    TEXT_TOO_LONG("DOC-041", 422),
    TOO_MANY_FILES("DOC-042", 422),
    /** The file or a record in it is held: nothing of it goes. */
    HELD("DOC-080", 409),
    /** A period is extended by one to thirty whole years. */
    EXTENSION_STRANGE("DOC-081", 422),
    /** A hold begins today or before. */
    HOLD_AHEAD("DOC-082", 422),
    NO_SUCH_HOLD("DOC-083", 404),
    HOLD_LIFTED("DOC-084", 409),
    /** What is to be held is destroyed or given to the archive already. */
    GONE_ALREADY("DOC-085", 409),
    NO_SUCH_DISPOSAL("DOC-086", 404),
    /** The list stands at another step than the deed belongs to. */
    DISPOSAL_ELSEWHERE("DOC-087", 409),
    /** The step does not belong to the actor. */
    NOT_YOUR_STEP("DOC-088", 403),
    /** Whoever had a hand in a list does not confirm it. */
    SAME_HAND("DOC-089", 403),
    /** Files of the list are not judged yet. */
    UNDECIDED("DOC-090", 409),
    NOTHING_DUE("DOC-091", 409),
    NO_SUCH_PROTOCOL("DOC-092", 404),
    /** The file is open again, or its period is not over. */
    NOT_OVER("DOC-093", 409),
    /** The archive receives what was packed for it. */
    NOT_PACKED("DOC-094", 409),
    NO_SUCH_DRAFT("DOC-050", 404),
    NO_SUCH_TEMPLATE("DOC-051", 404),
    NO_SUCH_VERSION("DOC-052", 404),
    /** Something without which a draft cannot be proposed is not written. */
    DRAFT_INCOMPLETE("DOC-053", 422),
    /** Only who writes the draft does this. */
    NOT_YOUR_DRAFT("DOC-054", 403),
    /** Nothing on this machine shows Office files. */
    CONVERTER_MISSING("DOC-055", 409),
    CONVERSION_FAILED("DOC-056", 422),
    /** Only what was decided is changed by another draft. */
    NOTHING_TO_AMEND("DOC-057", 409),
    /** Nobody in the ledger has the number. */
    NO_SUCH_RECIPIENT("DOC-060", 422),
    /** The resident has no account in the portal. */
    NO_INBOX("DOC-061", 422),
    /** The detail names the field. */
    RECIPIENT_INCOMPLETE("DOC-062", 422),
    EXCHANGE_NOT_CONNECTED("DOC-063", 409),
    /** No office that takes letters by the exchange has the code. */
    NO_SUCH_OFFICE("DOC-150", 422),
    /** Title and text say what a part for programs beside the draft says, and are changed where that is made. */
    WORDS_BOUND("DOC-151", 409),
    /** A protected address (支援措置) that no second person has released to the actor. */
    ADDRESS_WITHHELD("DOC-064", 403),
    NO_SUCH_NUMBER("DOC-065", 404),
    NO_SUCH_DELIVERY("DOC-066", 404),
    /** A mark stands where a protected address was hidden; saving it would lose the address. */
    HIDDEN_WORDS("DOC-067", 409),
    /** What would go out says a protected address that may not be told to whom it goes. */
    ADDRESS_IN_TEXT("DOC-068", 403),
    /** The file of the office's key is not there, cannot be opened with the password, or holds no key. */
    SIGNING_KEY_UNUSABLE("DOC-070", 409),
    /** The office's certificate is over, or not yet valid. */
    SIGNING_CERTIFICATE_OVER("DOC-071", 409),
    SIGNING_CERTIFICATE_REVOKED("DOC-072", 409),
    NO_SUCH_SEARCH("DOC-130", 404),
    SEARCH_NAME_TAKEN("DOC-131", 409),
    TOO_MANY_SEARCHES("DOC-132", 409),
    SEARCH_NAME_MISSING("DOC-133", 422),
    /** Nothing is looked for. */
    SEARCH_EMPTY("DOC-134", 422),
    /** The first day lies behind the last. */
    DAYS_TURNED("DOC-135", 422),
    NO_SUCH_IMPORT("DOC-100", 404),
    /** Nothing of the name lies in the import folder, or it has no list. */
    NO_SUCH_SOURCE("DOC-101", 404),
    /** Another import takes from the same source just now. */
    SOURCE_IN_USE("DOC-102", 409),
    /** A place in braces that nothing fills; the detail is the place. */
    TEMPLATE_PLACE_UNKNOWN("DOC-140", 422),
    TEMPLATE_NAME_TAKEN("DOC-141", 409),
    NO_SUCH_MASKS("DOC-110", 404),
    /** A file without pages that the office could show: no PDF, and no PDF view of it. */
    NO_PAGES_TO_MASK("DOC-111", 422),
    MASKING_LOCKED_FILE("DOC-112", 422),
    MASKING_BROKEN_FILE("DOC-113", 422),
    MASKING_LONG_FILE("DOC-114", 422),
    /** A font is not in the file: the copy would look other than the original. */
    MASKING_FONTS_MISSING("DOC-115", 422),
    /** A mask has a size, and lies on its page at least in part. */
    MASK_OFF_PAGE("DOC-116", 422),
    NO_MASKS("DOC-117", 409),
    TOO_MANY_MASKS("DOC-118", 409),
    /** Whoever had a hand in a sheet does not fix it. */
    OWN_MASKS("DOC-119", 403),
    /** The text that would stay readable says a protected address; the detail is the page. */
    ADDRESS_UNMASKED("DOC-120", 409),
    /** The clause is none that the town's ordinance has today. */
    NO_SUCH_CLAUSE("DOC-121", 422),
    /** The sheet is not the one that was fixed. */
    MASKS_CHANGED("DOC-122", 409);

    private final String code;
    private final int httpStatus;

    DocumentProblem(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }
}
