package jp.yakuba.resident.store;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The part of a search in the ledger that finds who fits all words and the day of birth, before anything of them is read.
 *
 * <p>Each word may stand in the name or in the address. For every way to deal the words out there is one branch whose words
 * the index joins by itself, so that 佐藤 and 学 together fetch a few hundred rows and not every 佐藤 of the town.
 */
final class LedgerSearch {
    /** Words beyond these are not asked for: every further one doubles the branches. */
    static final int MOST_WORDS = 5;

    private static final String NAMED = " AND p.tokens @@ (%s)";
    /** Few people share a day of birth, even in a large town: a search that knows it begins there, and asks no word of anybody else. */
    private static final String BORN = """
            born AS MATERIALIZED (SELECT id, kana, tokens FROM res_person WHERE birth_date = cast(:born AS date)),
            lived AS MATERIALIZED (SELECT a.person_id, a.valid_until, a.tokens FROM born JOIN res_address a ON a.person_id = born.id), """;
    /** A shielded address never helps to find anybody. */
    private static final String LIVING = """
            SELECT p.id, p.kana FROM %s a JOIN %s p ON p.id = a.person_id
            WHERE a.valid_until IS NULL AND a.person_id NOT IN (SELECT person_id FROM veiled) AND a.tokens @@ (%s)""";

    private LedgerSearch() {}

    /** Makes {@code found}, everybody who fits, and {@code page}, those of them who are shown, for a select behind it. */
    static String of(int words, boolean born) {
        var branches = new ArrayList<String>();
        for (int inAddress = 0; inAddress < 1 << words; inAddress++) {
            branches.add(branch(words, inAddress, born));
        }
        return "WITH " + (born ? BORN : "") + "veiled AS MATERIALIZED (SELECT person_id FROM res_shielded), found AS MATERIALIZED ("
                + String.join("\nUNION\n", branches)
                + "), page AS (SELECT id FROM found ORDER BY kana, id LIMIT :size OFFSET :skip)\n";
    }

    /** The branch in which the words of the bits stand in the address and the others in the name. */
    private static String branch(int words, int inAddress, boolean born) {
        var people = born ? "born" : "res_person";
        var name = tokens(words, ~inAddress, "res_beginning_with(res_fold(:word%d))");
        var named = name.isEmpty() ? "" : NAMED.formatted(name);
        return inAddress == 0
                ? "SELECT p.id, p.kana FROM " + people + " p WHERE true" + named
                : LIVING.formatted(born ? "lived" : "res_address", people,
                        tokens(words, inAddress, "res_beginning_with(res_fold_address(:word%d))")) + named;
    }

    private static String tokens(int words, int bits, String token) {
        return IntStream.range(0, words).filter(word -> (bits >> word & 1) == 1).mapToObj(token::formatted)
                .collect(Collectors.joining(" && "));
    }
}
