package jp.yakuba.exchange.service;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.yakuba.exchange.api.AddressBookDesk;
import jp.yakuba.exchange.api.AddressLine;

/** Reads the address book of another office. One line that is none makes all of it unreadable: half a book would look like a whole one. */
@ApplicationScoped
public class AddressBookJson {
    @Inject
    private Validator validator;

    /** Its lines; none if it is not an address book. */
    public Optional<List<AddressLine>> read(byte[] body) {
        try (var reader = JSON.createReader(new ByteArrayInputStream(body))) {
            var offices = reader.readObject().getJsonArray("offices").getValuesAs(JsonObject.class);
            var codes = new HashSet<String>();
            var lines = new ArrayList<AddressLine>();
            for (var office : offices) {
                var line = new AddressLine(office.getString("code"), office.getString("name"), office.getString("address"));
                if (!validator.validate(line).isEmpty() || !codes.add(line.code()) || lines.size() == AddressBookDesk.MOST) {
                    return Optional.empty();
                }
                lines.add(line);
            }
            return Optional.of(lines);
        } catch (JsonException | IllegalStateException | ClassCastException | NullPointerException unfit) {
            return Optional.empty();
        }
    }
}
