package jp.yakuba.exchange.service;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.kernel.Sha256;

/** What is said of a message before any of it is sent: made of a container that is kept, written and read as it goes over the line. */
@ApplicationScoped
public class Announcements {
    /** Size of the pieces in which messages of this office travel. */
    static final int PIECE = 4 * 1024 * 1024;

    /** Most bytes of an announcement or a list. */
    static final int LARGEST = 1024 * 1024;

    private FileDesk files;
    private Validator validator;

    protected Announcements() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public Announcements(FileDesk files, Validator validator) {
        this.files = files;
        this.validator = validator;
    }

    /** The announcement of a message whose container is made; small ones are one piece. */
    OpenTransfer of(Parcel parcel, OpenTransfer.Place place) throws IOException {
        return parcel.bytes() <= PIECE
                ? OpenTransfer.whole(parcel.id(), place, parcel.service(), parcel.bytes(), parcel.sha256())
                : new OpenTransfer(parcel.id(), place.conversation(), place.sequence(), place.previous(), parcel.service(), parcel.bytes(), parcel.sha256(),
                        PIECE, hashes(parcel.sha256()));
    }

    private List<String> hashes(String sha256) throws IOException {
        var hashes = new ArrayList<String>();
        try (var content = files.open(sha256)) {
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                hashes.add(Sha256.hex(piece));
            }
        }
        return hashes;
    }

    static JsonObject write(OpenTransfer transfer) {
        var said = Json.createObjectBuilder()
                .add("id", transfer.id().toString())
                .add("conversation", transfer.conversation().toString())
                .add("sequence", transfer.sequence())
                .add("service", transfer.service())
                .add("bytes", transfer.bytes())
                .add("sha256", transfer.sha256())
                .add("pieceBytes", transfer.chunkBytes())
                .add("pieces", Json.createArrayBuilder(transfer.chunks()));
        if (transfer.previous() != null) {
            said.add("previous", transfer.previous().toString());
        }
        return said.build();
    }

    /** What another office said of a message; none if it is not one that could be taken. */
    Optional<OpenTransfer> read(byte[] body) {
        try (var reader = JSON.createReader(new ByteArrayInputStream(body))) {
            var said = reader.readObject();
            var transfer = new OpenTransfer(UUID.fromString(said.getString("id")), UUID.fromString(said.getString("conversation")), said.getInt("sequence"),
                    said.getOrDefault("previous", JsonValue.NULL) == JsonValue.NULL ? null : UUID.fromString(said.getString("previous")), said.getString("service"),
                    said.getJsonNumber("bytes").longValueExact(), said.getString("sha256"), said.getInt("pieceBytes"),
                    said.getJsonArray("pieces").getValuesAs(JsonString.class).stream().map(JsonString::getString).toList());
            return validator.validate(transfer).isEmpty() && transfer.fits() ? Optional.of(transfer) : Optional.empty();
        } catch (JsonException | IllegalStateException | IllegalArgumentException | ArithmeticException | ClassCastException | NullPointerException unfit) {
            return Optional.empty();
        }
    }
}
