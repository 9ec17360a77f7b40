package jp.yakuba.application.service;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.BirthAnswers;
import jp.yakuba.application.model.CoreMessage;
import jp.yakuba.application.model.MoveAnswers;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.messaging.api.LeaveMessage;
import jp.yakuba.messaging.api.OutboxDesk;
import jp.yakuba.organization.api.OrganizationDesk;

/** Leaves in the outbox what core systems must know; the messages are described in {@code config/docs/domains/application.md}. */
@ApplicationScoped
public class CoreMail {
    /** A procedure is decided or accepted: the core system acts. */
    public static final String PROCEDURE_DECIDED = "jp.yakuba.core.procedure-decided";
    /** A family reports a move into town: the ledger enters it provisionally. */
    public static final String MOVE_IN_REPORTED = "jp.yakuba.core.ledger.move-in";
    /** A child was born: the ledger enters it provisionally. */
    public static final String BIRTH_REPORTED = "jp.yakuba.core.ledger.birth";
    /** What was reported to the ledger is taken back. */
    public static final String ENTRY_WITHDRAWN = "jp.yakuba.core.ledger.withdraw";
    /** The code of the ledger among the core systems. */
    public static final String LEDGER = "ledger";
    /** Since version 2 a message says what became of addresses, and holds those only that its receiver needs. */
    private static final int DECIDED_VERSION = 2;

    @Inject
    private OutboxDesk outbox;

    @Inject
    private ApplicationStore applications;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private CoreAddresses addresses;

    @Inject
    private Agency agency;

    @Inject
    private OfficeClock clock;

    /** Tells the application's core system that it is decided or accepted, with the addresses that it needs and no others. */
    public void procedureDecided(Application application) {
        var told = addresses.told(application, PROCEDURE_DECIDED);
        var payload = frame(application)
                .add("decidedOn", clock.today().toString())
                .add("answers", texts(told.answers()))
                .add("protectedPerson", told.protectedPerson())
                .add("address", told.address().name());
        if (application.personId() != null) {
            payload.add("personId", application.personId().toString());
        }
        leave(application, PROCEDURE_DECIDED, DECIDED_VERSION, payload.build());
    }

    /** Tells the ledger of a birth, so that it is entered provisionally (仮登録). */
    public void birthReported(Application application) {
        var birth = new BirthAnswers(application.answers());
        leave(application, BIRTH_REPORTED, ledgerFrame(application)
                .add("parentId", application.personId().toString())
                .add("name", birth.name())
                .add("kana", birth.kana())
                .add("birthDate", birth.birthDate())
                .add("sex", birth.sex())
                .add("nationality", birth.nationality())
                .build());
    }

    /** Tells the ledger to take back what it has entered provisionally; it follows the report on the same way. */
    public void entryWithdrawn(Application application, String reason) {
        leave(application, ENTRY_WITHDRAWN, ledgerFrame(application).add("reason", reason).build());
    }

    private JsonObjectBuilder ledgerFrame(Application application) {
        return frame(application).add("causeId", application.id().toString());
    }

    /** Tells the ledger of a move, so that it is entered provisionally (仮登録). */
    public void moveInReported(Application application) {
        var move = new MoveAnswers(application.answers());
        var payload = ledgerFrame(application)
                .add("moveDate", move.moveDate())
                .add("postalCode", move.postalCode())
                .add("townName", move.townName())
                .add("lot", move.lot())
                .add("previousAddress", move.previousAddress());
        addIfAny(payload, "building", move.building());
        addIfAny(payload, "joinsHead", move.joinsHead());
        var members = JSON.createArrayBuilder();
        move.members(agency.accountOf(application).orElse(null)).forEach(member -> members.add(member(member)));
        leave(application, MOVE_IN_REPORTED, payload.add("members", members).build());
    }

    private static JsonObjectBuilder member(MoveAnswers.Member member) {
        var json = JSON.createObjectBuilder()
                .add("name", member.name())
                .add("kana", member.kana())
                .add("birthDate", member.birthDate())
                .add("sex", member.sex())
                .add("relationship", member.relationship())
                .add("nationality", member.nationality());
        addIfAny(json, "romanName", member.romanName());
        addIfAny(json, "accountId", member.accountId() == null ? "" : member.accountId().toString());
        return json;
    }

    private JsonObjectBuilder frame(Application application) {
        return JSON.createObjectBuilder()
                .add("applicationId", application.id().toString())
                .add("receiptNumber", application.arrival().receiptNumber())
                .add("procedure", application.arrival().procedure())
                .add("municipality", organization.town().code())
                .add("arrivedOn", LocalDate.ofInstant(application.arrival().arrivedAt(), OfficeClock.ZONE).toString());
    }

    private void leave(Application application, String type, JsonObject payload) {
        leave(application, type, 1, payload);
    }

    private void leave(Application application, String type, int version, JsonObject payload) {
        var system = application.arrival().coreSystem();
        var id = outbox.leave(new LeaveMessage(
                UUID.randomUUID(), "yakuba.core." + system + ".request", "application:" + application.id(), type, version,
                payload.toString(), true));
        applications.add(new CoreMessage(id, application.id(), system, clock.now()));
    }

    private static JsonObject texts(Map<String, String> answers) {
        var json = JSON.createObjectBuilder();
        answers.forEach(json::add);
        return json.build();
    }

    private static void addIfAny(JsonObjectBuilder json, String name, String value) {
        if (!value.isBlank()) {
            json.add(name, value);
        }
    }
}
