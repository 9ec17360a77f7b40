package jp.yakuba.web.document;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.document.api.RecordFilter.Order;
import jp.yakuba.document.api.RecordState;

/**
 * A register as it is asked for: 収受簿, 発送簿 and 起案簿 are always of one section and year, other lists only if asked.
 *
 * @param book which list
 * @param ownSection section of a register for which none is asked
 * @param section section asked for; null for any
 * @param ownYear year of a register for which none is asked
 * @param year year asked for; null for any
 */
record Register(
        String book, String ownSection, String section, Integer ownYear, Integer year, String state, String words, UUID dossier) {
    static final List<String> BOOKS = List.of("in", "out", "internal", "mine", "unfinished", "unfiled");

    RecordFilter filter(Order order, boolean descending) {
        var direction = direction();
        return new RecordFilter(direction, direction == null ? section : ownSection, direction == null ? year : ownYear,
                Stream.of(RecordState.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null),
                is("unfinished"), is("mine"), is("unfiled"), dossier, words, order, descending);
    }

    private String direction() {
        return is("in") ? "IN" : is("out") ? "OUT" : is("internal") ? "INTERNAL" : null;
    }

    private boolean is(String one) {
        return dossier == null && one.equals(book);
    }
}
