package jp.yakuba.jmsadapters;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.messaging.api.Envelope;
import jp.yakuba.resident.api.EnterBirth;
import jp.yakuba.resident.api.EnterMoveIn;
import jp.yakuba.resident.api.LedgerRequest;

/** The forms in which the ledger is asked, version by version; what fits none is not processable. */
final class LedgerForm {
    /** A family has moved into town. */
    static final String MOVE_IN_REPORTED = "jp.yakuba.core.ledger.move-in";
    /** A child was born into a household of the town. */
    static final String BIRTH_REPORTED = "jp.yakuba.core.ledger.birth";

    /** What was reported is taken back. */
    static final String ENTRY_WITHDRAWN = "jp.yakuba.core.ledger.withdraw";

    private static final int LARGEST_HOUSEHOLD = 50;

    private LedgerForm() {}

    /** The request in the envelope. */
    static LedgerRequest read(Envelope envelope) {
        if (envelope.version() != 1) {
            throw new NotProcessable("unknown version " + envelope.version());
        }
        var body = envelope.body();
        try {
            return switch (envelope.type()) {
                case MOVE_IN_REPORTED -> new LedgerRequest(envelope.messageId(), id(body, "causeId"), moveIn(body), null, null);
                case BIRTH_REPORTED -> new LedgerRequest(envelope.messageId(), id(body, "causeId"), null, birth(body), null);
                case ENTRY_WITHDRAWN ->
                        new LedgerRequest(envelope.messageId(), id(body, "causeId"), null, null, text(body, "reason"));
                default -> throw new NotProcessable("unknown type");
            };
        } catch (ClassCastException | IllegalArgumentException | DateTimeException malformed) {
            throw new NotProcessable("malformed: a part is missing or of another form");
        }
    }

    private static EnterMoveIn moveIn(JsonObject body) {
        return new EnterMoveIn(id(body, "causeId"), LocalDate.parse(text(body, "moveDate")), text(body, "postalCode"),
                text(body, "townName"), text(body, "lot"), textOrNull(body, "building"), text(body, "previousAddress"),
                textOrNull(body, "joinsHead"), members(body));
    }

    private static List<EnterMoveIn.Member> members(JsonObject body) {
        var members = body.getJsonArray("members");
        if (members == null || members.isEmpty() || members.size() > LARGEST_HOUSEHOLD) {
            throw new NotProcessable("without members, or with too many");
        }
        return members.getValuesAs(JsonObject.class).stream().map(LedgerForm::member).toList();
    }

    private static EnterMoveIn.Member member(JsonObject member) {
        var account = textOrNull(member, "accountId");
        return new EnterMoveIn.Member(text(member, "name"), text(member, "kana"), textOrNull(member, "romanName"),
                LocalDate.parse(text(member, "birthDate")), text(member, "sex"), text(member, "relationship"),
                text(member, "nationality"), account == null ? null : UUID.fromString(account));
    }

    private static EnterBirth birth(JsonObject body) {
        return new EnterBirth(id(body, "causeId"), id(body, "parentId"), text(body, "name"), text(body, "kana"),
                LocalDate.parse(text(body, "birthDate")), text(body, "sex"), text(body, "nationality"));
    }

    private static UUID id(JsonObject body, String name) {
        return UUID.fromString(text(body, name));
    }

    private static String text(JsonObject body, String name) {
        var text = textOrNull(body, name);
        if (text == null) {
            throw new NotProcessable("without " + name);
        }
        return text;
    }

    private static String textOrNull(JsonObject body, String name) {
        return body.get(name) instanceof JsonString words && !words.getString().isBlank() ? words.getString() : null;
    }
}
