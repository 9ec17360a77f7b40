package jp.yakuba.exchange.api;

import jp.yakuba.kernel.Problem;

/** Every way the exchange says no to a person or a peer at the desk; faults of a message that was taken are {@link ExchangeFault}s. */
public enum ExchangeProblem implements Problem {
    /** No such office. */
    NO_SUCH_PEER("EXC-001", 404),
    /** No such message of this office. */
    NO_SUCH_MESSAGE("EXC-002", 404),
    /** The office is not served now (suspended). */
    PEER_SUSPENDED("EXC-003", 403),
    /** The office has no right to the service. */
    SERVICE_NOT_ALLOWED("EXC-004", 403),
    /** A message of this id has another content. */
    DIFFERENT_CONTENT("EXC-010", 409),
    /** Another message stands at this place of the conversation. */
    PLACE_TAKEN("EXC-011", 409),
    /** The message before it in the conversation is not judged yet: send it again later. */
    OUT_OF_ORDER("EXC-012", 409),
    /** Pieces are missing. */
    NOT_COMPLETE("EXC-013", 409),
    /** The message is not in a state in which this can be done. */
    NOT_IN_THIS_STATE("EXC-014", 409),
    /** Larger than this office takes from the peer. */
    TOO_LARGE("EXC-015", 413),
    /** What was announced does not fit together: size, pieces, hashes. */
    ANNOUNCED_WRONGLY("EXC-016", 422),
    /** A piece does not have the announced hash or size. */
    PIECE_CHANGED("EXC-017", 422),
    /** More messages in a minute than agreed. */
    TOO_MANY("EXC-018", 429),
    /** What claims to be an answer does not fit the message, or is not signed by the office that should have signed it. */
    ANSWER_NOT_VALID("EXC-019", 422),
    /** The pieces of the message are not kept any more: it cannot be judged again. */
    PIECES_GONE("EXC-020", 409),
    /** A later message of the conversation was kept meanwhile: this one cannot come after it. */
    LATER_KEPT("EXC-021", 409),
    /** The letter is of another section, and the actor keeps neither records nor the system. */
    OTHER_SECTION("EXC-022", 403),
    /** A later message of the conversation is under way or answered: this one cannot follow it. */
    LATER_SENT("EXC-023", 409),
    /** There is an office with this code already. */
    PEER_KNOWN("EXC-030", 409),
    /** Changed by somebody else meanwhile. */
    CHANGED_MEANWHILE("EXC-031", 409),
    /** Whoever repeats, gives up or suspends says why. */
    REASON_MISSING("EXC-032", 422),
    /** Something that is written down about an office cannot be so. */
    PEER_WRONG("EXC-033", 422),
    /** The office that is written down is this one. */
    PEER_OURSELVES("EXC-034", 422),
    /** The line to the office was tried a moment ago. */
    TRIED_JUST_NOW("EXC-035", 429),
    /** Larger than what is checked at the desk. */
    PROOF_TOO_LARGE("EXC-050", 413),
    /** As much is being checked as can be at once. */
    PROOF_BUSY("EXC-051", 429),
    /** A version of the protocol that is not spoken here. */
    VERSION_UNKNOWN("EXC-052", 404),
    /** The peer says that it does not take a message of this service or size. */
    NOT_OFFERED("EXC-053", 409),
    /** It is not agreed that this office uses the service at the other. */
    SERVICE_NOT_AGREED("EXC-060", 403),
    /** It was sent by rule: its readers in the section that sent it take it back, and order it anew where it was written. */
    OF_ITS_SECTION("EXC-061", 403),
    /** Detail: the office whose address book cannot be had now. */
    BOOK_NOT_READ("EXC-070", 409),
    /** Nothing is published under the name. */
    NOT_PUBLISHED("EXC-080", 404),
    /** The publication never stood in the state that the asker names: it begins anew with the whole. */
    STATE_UNKNOWN("EXC-081", 409),
    /** What the asker names is no state at all. */
    STATE_WRONG("EXC-082", 422),
    /** There is no key now with which a page could be signed: nothing is said that cannot be proved. */
    PAGE_NOT_SIGNED("EXC-083", 409),
    /** An item of a publication is empty or larger than one may be. */
    ITEM_TOO_LARGE("EXC-084", 422);

    private final String code;
    private final int httpStatus;

    ExchangeProblem(String code, int httpStatus) {
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
