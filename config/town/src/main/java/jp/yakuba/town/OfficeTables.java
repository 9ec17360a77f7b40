package jp.yakuba.town;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVRecord;
import org.postgresql.PGConnection;

/** Fills the tables that every office needs before its first resident: the country, the town, its people at work. */
final class OfficeTables {
    private final Connection connection;
    private final TownFolder folder;

    OfficeTables(Connection connection, TownFolder folder) {
        this.connection = connection;
        this.folder = folder;
    }

    void load() throws SQLException, IOException {
        town();
        country();
        copy("org_section", "sections", List.of("code", "name", "english", "letter", "parent", "phone", "counter",
                "valid_from", "valid_until", "sort"));
        copy("org_post", "posts", List.of("code", "title", "section", "rank", "valid_from", "valid_until"));
        copy("org_post_role", "post-roles", List.of("post", "role"));
        staff();
        delegations();
        copy("org_substitute", "substitutes", List.of("post", "number", "stand_in", "valid_from", "valid_until", "source"));
        copy("org_setting", "settings", List.of("key", "value", "valid_from", "source"));
        places();
    }

    private void town() throws SQLException, IOException {
        var columns = List.of("code", "name", "kana", "roman", "prefecture", "head_title", "head_name", "letter",
                "address", "phone");
        var table = new CopyTable("org_town", String.join(", ", columns) + ", sample");
        table.add(Stream.concat(columns.stream().map(folder::get), Stream.of("true")).toArray());
        table.send(connection);
    }

    private void country() throws SQLException, IOException {
        try (var postalCodes = new GZIPInputStream(TownFolder.open("country/postal-codes.csv.gz"))) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY res_postal_code (code, prefecture, municipality, place) FROM STDIN"
                            + " (FORMAT csv, FORCE_NOT_NULL (place))",
                    postalCodes);
        }
        var municipalities = new CopyTable("res_municipality", "code, prefecture, name, kana");
        TownFolder.shared("country/municipalities").forEach(row -> municipalities.add((Object[]) row.values()));
        municipalities.send(connection);
        var holidays = new CopyTable("org_holiday", "day, name");
        TownFolder.shared("country/holidays").forEach(row -> holidays.add((Object[]) row.values()));
        holidays.send(connection);
    }

    private void copy(String table, String file, List<String> columns) throws SQLException, IOException {
        var rows = new CopyTable(table, String.join(", ", columns));
        for (var row : folder.rows(file)) {
            rows.add(columns.stream().map(row::get).toArray());
        }
        rows.send(connection);
    }

    private void staff() throws SQLException, IOException {
        var staff = new CopyTable("org_staff", "id, number, name, kana");
        for (var row : folder.rows("staff")) {
            staff.add(idOfStaff(row.get("number")), row.get("number"), row.get("name"), row.get("kana"));
        }
        staff.send(connection);
        var appointments = new CopyTable("org_appointment", "staff, post, kind, valid_from, valid_until");
        for (var row : folder.rows("appointments")) {
            appointments.add(idOfStaff(row.get("staff")), row.get("post"), row.get("kind"),
                    row.get("valid_from"), row.get("valid_until"));
        }
        appointments.send(connection);
    }

    private void delegations() throws SQLException, IOException {
        var columns = List.of("matter", "name", "up_to_amount", "consent_rank", "decider_rank", "decider_post", "valid_from",
                "valid_until", "source", "line_from_rank", "proxy_excluded", "editable", "decision_class", "article");
        var lines = new CopyTable("org_delegation", "id, " + String.join(", ", columns));
        for (var row : folder.rows("delegations")) {
            lines.add(Stream.concat(Stream.of(idOfLine(row)), columns.stream().map(row::get)).toArray());
        }
        lines.send(connection);
        var consults = new CopyTable("org_delegation_consult", "delegation, stage, kind, post, section");
        for (var row : folder.rows("delegation-consults")) {
            consults.add(idOfLine(row), row.get("stage"), row.get("kind"), row.get("post"), row.get("section"));
        }
        consults.send(connection);
    }

    private UUID idOfLine(CSVRecord row) {
        var line = String.join(" ", folder.get("code"), row.get("matter"), row.get("up_to_amount"), row.get("valid_from"));
        return UUID.nameUUIDFromBytes(("delegation " + line).getBytes(StandardCharsets.UTF_8));
    }

    private UUID idOfStaff(String number) {
        return UUID.nameUUIDFromBytes(("staff " + folder.get("code") + ' ' + number).getBytes(StandardCharsets.UTF_8));
    }

    private void places() throws SQLException, IOException {
        var places = new CopyTable("res_place", "code, name, postal_code, latitude, longitude, valid_from");
        for (var row : folder.rows("places")) {
            places.add(row.get("code"), row.get("name"), row.get("postal_code"), row.get("latitude"),
                    row.get("longitude"), "1970-01-01");
        }
        places.send(connection);
    }
}
