package jp.yakuba.resident.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.yakuba.resident.api.FourFacts;
import jp.yakuba.resident.api.PlaceView;
import jp.yakuba.resident.model.EntryAddress;

/** Where places are kept: the postal codes of the country and the 町字 of the town. */
@ApplicationScoped
public class PlaceStore {
    private static final int MOST = 100;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Places behind a postal code. */
    public List<PlaceView> placesOf(String postalCode) {
        return places("""
                SELECT c.code, c.prefecture, c.municipality, c.place,
                    EXISTS (SELECT 1 FROM res_place p WHERE p.postal_code = c.code)
                FROM res_postal_code c WHERE c.code = :asked ORDER BY c.prefecture, c.municipality, c.place
                """, postalCode);
    }

    /** 町字 of the town that begin with the words, kanji figures or not. */
    public List<PlaceView> townPlaces(String beginning) {
        return places("""
                SELECT p.postal_code, coalesce(c.prefecture, ''), coalesce(c.municipality, ''), p.name, true
                FROM res_place p
                LEFT JOIN LATERAL (SELECT prefecture, municipality FROM res_postal_code
                    WHERE code = p.postal_code ORDER BY municipality LIMIT 1) c ON true
                WHERE left(p.folded, length(res_fold_address(:asked))) = res_fold_address(:asked)
                AND p.valid_until IS NULL
                ORDER BY p.code
                """, beginning);
    }

    /** The 町字 in which an address lies; prefecture and municipality may stand before it. */
    public Optional<TownPlace> locate(EntryAddress address) {
        var municipality = municipality();
        var words = (address.place() + address.lot())
                .replaceFirst("^.*?" + Pattern.quote(municipality.replaceFirst("^.*(郡|[都道府県])(?=.)", "")), "");
        var rows = entities.createNativeQuery("""
                        SELECT p.code, p.name, p.postal_code
                        FROM (SELECT res_fold_address(:words) AS words) AS asked
                        JOIN res_place p ON left(asked.words, length(p.folded)) = p.folded
                            AND substr(asked.words, length(p.folded) + 1, 1) !~ '[0-9]' AND p.valid_until IS NULL
                        ORDER BY length(p.folded) DESC LIMIT 1
                        """)
                .setParameter("words", words)
                .getResultList();
        return ((List<?>) rows).stream().map(Object[].class::cast).findFirst()
                .map(row -> new TownPlace((String) row[0], (String) row[1], (String) row[2], municipality, words));
    }

    /** Prefecture and municipality as an address of this town begins; empty while no town is loaded. */
    private String municipality() {
        var rows = entities.createNativeQuery("""
                        SELECT c.prefecture || c.municipality FROM res_postal_code c
                        JOIN res_place p ON p.postal_code = c.code ORDER BY c.code LIMIT 1
                        """)
                .getResultList();
        return rows.isEmpty() ? "" : rows.get(0).toString();
    }

    /** The person who is exactly this; empty if none or several. */
    public Optional<UUID> match(FourFacts facts) {
        var rows = entities.createNativeQuery("""
                        SELECT cast(p.id AS text) FROM res_person p
                        JOIN res_address a ON a.person_id = p.id AND a.valid_until IS NULL
                        WHERE p.birth_date = cast(:born AS date) AND p.sex = :sex AND p.left_on IS NULL
                        AND p.name_key = regexp_replace(res_fold(:name), '\\s+', '', 'g')
                        AND res_fold_address(a.line) = res_fold_address(:address)
                        """)
                .setParameter("born", facts.birthDate().toString())
                .setParameter("sex", facts.sex())
                .setParameter("name", facts.name())
                .setParameter("address", facts.address())
                .getResultList();
        return rows.size() == 1 ? Optional.of(UUID.fromString(rows.get(0).toString())) : Optional.empty();
    }

    /**
     * Codes of the municipalities in which an address lies, however ヶ and variants are written, the nearest (a ward before its city) first; a 郡 may stand
     * between. Without a prefecture those alone whose name no other bears.
     */
    public List<String> townsOf(String address) {
        var whole = towns("t.prefecture || '([^0-9]{1,6}郡)?' || t.name", "", address);
        return whole.isEmpty() ? towns("'([^0-9]{1,6}郡)?' || t.name", " AND (SELECT count(*) FROM towns o WHERE o.name = t.name) = 1", address) : whole;
    }

    private List<String> towns(String beginning, String which, String address) {
        List<?> rows = entities.createNativeQuery("""
                        WITH towns AS (SELECT code, translate(res_fold(prefecture), 'ゖが', 'けけ') AS prefecture,
                            translate(res_fold(name), 'ゖが', 'けけ') AS name FROM res_municipality)
                        SELECT t.code FROM towns t
                        WHERE translate(regexp_replace(res_fold(:address), '\\s+', '', 'g'), 'ゖが', 'けけ') ~ ('^' || """ + beginning + ")" + which
                        + " ORDER BY length(t.name) DESC, t.code LIMIT 5")
                .setParameter("address", address)
                .getResultList();
        return rows.stream().map(Object::toString).toList();
    }

    private List<PlaceView> places(String sql, String asked) {
        var query = entities.createNativeQuery(sql).setParameter("asked", asked).setMaxResults(MOST);
        return ((List<?>) query.getResultList()).stream().map(Object[].class::cast)
                .map(row -> new PlaceView((String) row[0], (String) row[1], (String) row[2], (String) row[3], (Boolean) row[4]))
                .toList();
    }

    /**
     * A 町字 and what of an address follows the municipality.
     *
     * @param municipality prefecture and municipality, as they begin an address
     * @param words the address without prefecture, municipality and building
     */
    public record TownPlace(String code, String name, String postalCode, String municipality, String words) {
        /** The whole address in one line. */
        public String line(String building) {
            return municipality + words + (building == null ? "" : "\u3000" + building);
        }
    }
}
