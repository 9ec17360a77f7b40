package jp.yakuba.web.office;

import java.util.List;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.ResidentDesk;

/**
 * Who of the ledger fits a search with a reason; each who is shown is written down.
 *
 * @param people as many as one list holds
 * @param more how many more there are
 */
record FoundPeople(List<PersonLine> people, long more) {
    private static final int MOST = 20;

    static FoundPeople search(ResidentDesk residents, String words, String reason) {
        var page = residents.search(new PersonSearch(words, null), new PageRequest(0, MOST), reason);
        return new FoundPeople(page.rows(), page.total() - page.rows().size());
    }
}
