package jp.yakuba.cards;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What stands of a sample town in its certificates.
 *
 * @param code code of the municipality, six digits
 * @param name its name
 * @param head title of its head, in whose name the office signs
 */
record SampleTown(String code, String name, String head) {
    static SampleTown of(DataSource owner) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement();
                var row = statement.executeQuery("select code, name, head_title from yakuba.org_town")) {
            if (!row.next()) {
                throw new CardsFailed("No town is loaded, so it gets no keys", null);
            }
            return new SampleTown(row.getString(1), row.getString(2), row.getString(3));
        } catch (SQLException e) {
            throw new CardsFailed("The town cannot be read", e);
        }
    }

    /** The subject of a certificate of this office: its identifier (X.520 organizationIdentifier) says whose it is. */
    String subject(String commonName) {
        return "CN=" + commonName + ", O=Yakuba sample town, " + OrganizationNumber.OID + "=" + OrganizationNumber.of(code) + ", C=JP";
    }
}
