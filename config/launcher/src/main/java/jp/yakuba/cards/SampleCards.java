package jp.yakuba.cards;

import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Who owns a card in a sample town. The Moriya family is about to move in and stands in no ledger here; the others are
 * taken from the ledger, each time the same for the same town: a young family that has a child, and three more people.
 */
public final class SampleCards {
    private static final String OLD_HOME = "北海道札幌市中央区北三条西五丁目１番地２";
    private static final int FAMILY = 2;
    private static final int OTHERS = 3;

    private final DataSource owner;
    private final CardBox box;

    /** Cards for the people of the database, put into the box. */
    public SampleCards(DataSource owner, CardBox box) {
        this.owner = owner;
        this.box = box;
    }

    /** Issues every card once and tells the town whose it is (in place of the serial number link of J-LIS). */
    public void issue() {
        newcomers().forEach(newcomer -> once(newcomer, box::issue));
        try (var connection = owner.getConnection()) {
            for (var resident : residents(connection)) {
                if (!box.holds(resident.card())) {
                    box.issue(resident, certificate -> link(connection, resident, certificate));
                }
            }
        } catch (SQLException e) {
            throw new CardsFailed("The residents who get a card cannot be read", e);
        }
        once(new CardOwner("expired", "見本　期限切れ", LocalDate.of(1980, 4, 1), "1", OLD_HOME, null), box::issueExpired);
        once(new CardOwner("revoked", "見本　失効", LocalDate.of(1981, 4, 1), "2", OLD_HOME, null), box::issueRevoked);
        once(new CardOwner("stranger", "見本　無関係", LocalDate.of(1982, 4, 1), "1", OLD_HOME, null), box::issueOfStranger);
    }

    private void once(CardOwner person, Consumer<CardOwner> issuing) {
        if (!box.holds(person.card())) {
            issuing.accept(person);
        }
    }

    /** The family that moves in: two grown-ups with cards, two children without. */
    static List<CardOwner> newcomers() {
        return List.of(
                new CardOwner("newcomer", "森谷　健太", LocalDate.of(1988, 6, 14), "1", OLD_HOME, null),
                new CardOwner("newcomer-wife", "森谷　美咲", LocalDate.of(1990, 2, 3), "2", OLD_HOME, null));
    }

    private static List<CardOwner> residents(Connection connection) throws SQLException {
        var all = new ArrayList<CardOwner>();
        all.addAll(read(connection, "family", FAMILY, """
                select p.id, p.name, p.birth_date, p.sex, a.line from res_person p
                join res_membership m on m.person_id = p.id and m.valid_until is null
                join res_address a on a.person_id = p.id and a.valid_until is null
                where p.left_on is null and p.nationality = 'JPN' and m.relationship in ('世帯主', '妻', '夫')
                and m.household_id = (
                    select c.household_id from res_membership c
                    join res_person child on child.id = c.person_id
                    join res_membership h on h.household_id = c.household_id and h.valid_until is null
                        and h.relationship in ('妻', '夫')
                    where c.relationship = '子' and c.valid_until is null and child.left_on is null
                    and not exists (select 1 from res_membership x join res_protected_person r on r.person_id = x.person_id
                        where x.household_id = c.household_id)
                    order by child.birth_date desc, c.household_id limit 1)
                order by m.relationship desc
                """));
        all.addAll(read(connection, "resident", OTHERS, """
                select p.id, p.name, p.birth_date, p.sex, a.line from res_person p
                join res_membership m on m.person_id = p.id and m.valid_until is null and m.relationship = '世帯主'
                join res_address a on a.person_id = p.id and a.valid_until is null
                where p.left_on is null and p.nationality = 'JPN'
                and p.birth_date between date '1955-01-01' and date '1985-12-31'
                and not exists (select 1 from res_protected_person r where r.person_id = p.id)
                order by p.number limit 3
                """));
        return all;
    }

    private static List<CardOwner> read(Connection connection, String name, int most, String sql) throws SQLException {
        var owners = new ArrayList<CardOwner>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next() && owners.size() < most) {
                owners.add(new CardOwner(name + "-" + (owners.size() + 1), rows.getString(2),
                        rows.getObject(3, LocalDate.class), rows.getString(4), rows.getString(5), rows.getObject(1, UUID.class)));
            }
        }
        return owners;
    }

    private static void link(Connection connection, CardOwner resident, X509Certificate certificate) {
        try (var statement = connection.prepareStatement(
                "insert into yakuba.acc_card_person (issuer, serial, person_id) values (?, ?, ?)")) {
            statement.setString(1, certificate.getIssuerX500Principal().getName());
            statement.setString(2, certificate.getSerialNumber().toString(16));
            statement.setObject(3, resident.personId());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new CardsFailed("The owner of the card " + resident.card() + " cannot be written down", e);
        }
    }
}
