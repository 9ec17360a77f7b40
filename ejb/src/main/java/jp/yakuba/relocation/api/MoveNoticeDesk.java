package jp.yakuba.relocation.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.resident.api.MeantPerson;

/**
 * The desk for notices of moves (転入通知): what other towns tell of people who lived here, who is meant, and the move out; and what became of what this
 * one told others.
 */
@Local
public interface MoveNoticeDesk {
    /** Notices of one's own sections, what is open first, then the latest. */
    Page<NoticeLine> list(PageRequest page);

    /** The notice with whom it may mean; every look at a person is written down. Refused with {@code REL-001} if there is none. */
    NoticeSheet get(UUID id);

    /** Whom numbers name that a clerk typed, by number, so that nobody is entered who was not seen; every look is written down. Others are left out. */
    Map<String, MeantPerson> look(UUID id, Set<String> numbers);

    /**
     * Enters the move out of those who are meant, in one deed; the same form by the same clerk once more changes nothing. Refused with
     * {@code REL-003} if somebody else was faster, and with {@code REL-006} if somebody is left away and it is not said why.
     */
    void enter(@Valid EnterNotice command);

    /**
     * Closes it with a reason; nothing of it is entered. Of a marked notice it must be said that nobody of the ledger is meant, or who is and has left
     * already, and is protected in this deed; else it is refused with {@code REL-009}, for whoever is meant would stay unprotected here. Refused with
     * {@code REL-005} if one of those shares neither name nor day of birth with anybody in it, and with {@code REL-011} if one has not left.
     */
    void close(@Valid CloseNotice command);

    /** What one's own sections told other towns, the latest first; {@code failedOnly} leaves out what needs nobody. */
    Page<SentLine> listSent(boolean failedOnly, PageRequest page);

    /**
     * Tells it again, as the ledger says it now: a notice that was refused, taken back, given up or never left, or that arrived with the address of
     * somebody who was protected since, in a letter of its own that corrects the latest that the other town may have, and goes to the office that has
     * it. Refused with {@code REL-007} if that was done, or is not needed, and with {@code REL-008} if nothing is agreed with the town.
     */
    void tellAgain(UUID id);

    /**
     * Says that the town was told in another way, such as by paper: nothing of it is to be told again. Refused with {@code REL-006} if it is not said
     * how and why, and with {@code REL-007} if nothing was to be told again.
     */
    void tellOtherwise(UUID id, String reason);
}
