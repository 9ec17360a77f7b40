package jp.yakuba.application.model;

import static jp.yakuba.application.api.ApplicationProblem.CHANGED_MEANWHILE;
import static jp.yakuba.application.api.ApplicationProblem.STATE_FORBIDS;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.ApplicationView.HistoryLine;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One procedure that arrived (申請・届出). Moment, number and words of its arrival never change (到達主義). From there it
 * waits for its siblings or a visit, is examined, corrected, decided, goes through a core system, and ends; at every step it
 * tells its history. While the office waits for the applicant its processing period stands still.
 */
@Entity
@DynamicUpdate
@Table(name = "apl_application")
public class Application {
    @Id
    private UUID id;

    @Version
    private long version;

    @Embedded
    private ArrivalFacts arrival;

    @Column(nullable = false, columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private Answers answers;

    private UUID personId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ApplicationState state;

    @Enumerated(EnumType.STRING)
    private ApplicationState resumeState;

    @Column(nullable = false)
    private Instant since;

    private int pausedDays;

    private LocalDate pausedOn;

    private LocalDate dueOn;

    private UUID assigneeId;

    private String assigneeName;

    private UUID recordId;

    private String recordNumber;

    @Embedded
    private Decision decision;

    private String result;

    private Instant closedAt;

    private Integer workedDays;

    /** What a core system holds against what was decided; null if nothing. */
    private String coreTrouble;

    /** True while the section has not read what ended at its arrival (届出). */
    private boolean toBeRead;

    @Embedded
    private LastDeed lastDeed;

    @OneToMany(mappedBy = "application", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<HistoryEntry> history = new ArrayList<>();

    protected Application() {
        // for JPA
    }

    /** Arrives (到達). */
    public static Application arrive(Arrival arrival, Occasion occasion) {
        var arrived = new Application();
        arrived.id = UUID.randomUUID();
        arrived.arrival = new ArrivalFacts(arrival, occasion.at());
        arrived.answers = new Answers(arrival.answers());
        arrived.personId = arrival.sender().personId();
        arrived.state = ApplicationState.ARRIVED;
        arrived.since = occasion.at();
        arrived.dueOn = occasion.period().due(occasion.day(), arrived.arrival.standardDays(), 0);
        arrived.tell(occasion);
        return arrived;
    }

    /** Is entered in the register of records (収受). */
    public void receivedAs(UUID incomingRecord, String number) {
        recordId = incomingRecord;
        recordNumber = number;
    }

    /** Refuses if somebody changed it since the caller saw it. */
    public void expect(long seen) {
        if (seen != version) {
            throw new RuleViolation(CHANGED_MEANWHILE, arrival.receiptNumber());
        }
    }

    /** Goes to the next state, if its life allows that. */
    public void become(ApplicationState next, Occasion occasion) {
        boolean undone = decision().isMade() && (next == ApplicationState.WITHDRAWN || next == ApplicationState.EXAMINING);
        if (undone || !LifeCourse.mayBecome(arrival.kind(), state, next)) {
            throw new RuleViolation(STATE_FORBIDS, state.name(), next.name());
        }
        state = next;
        closedAt = null;
        workedDays = null;
        since = occasion.at();
        if (LifeCourse.pauses(next)) {
            pausedOn = pausedOn == null ? occasion.day() : pausedOn;
            dueOn = null;
        } else {
            goOnCounting(occasion);
        }
        if (LifeCourse.isEnd(next)) {
            closedAt = occasion.at();
            workedDays = Math.max(0, occasion.period().openDays(arrivedOn(), occasion.day()) - pausedDays);
        }
        tell(occasion);
    }

    private void goOnCounting(Occasion occasion) {
        if (pausedOn != null) {
            pausedDays += occasion.period().openDays(pausedOn, occasion.day());
            pausedOn = null;
            dueOn = occasion.period().due(arrivedOn(), arrival.standardDays(), pausedDays);
        }
    }

    /** The applicant is asked to correct (補正); afterwards it goes on where it was. */
    public void askCorrection(Occasion occasion) {
        var before = state;
        boolean settled = before == ApplicationState.DONE && !toBeRead || before == ApplicationState.IN_CORE && coreTrouble == null;
        if (settled) {
            throw new RuleViolation(STATE_FORBIDS, before.name(), ApplicationState.CORRECTION.name());
        }
        become(ApplicationState.CORRECTION, occasion);
        resumeState = before;
    }

    /** The applicant is asked once more, because the period ran out without an answer (再度の補正). */
    public void askCorrectionAgain(Occasion occasion) {
        if (state != ApplicationState.CORRECTION) {
            throw new RuleViolation(STATE_FORBIDS, state.name(), ApplicationState.CORRECTION.name());
        }
        since = occasion.at();
        tell(occasion);
    }

    /** The period of a correction has run out; what the office does next is its section's to say. */
    public void correctionLapsed(Occasion occasion) {
        tell(occasion);
    }

    /** Corrected answers take the place of the old ones; what arrived first stays as it was. */
    public void correct(Map<String, String> corrected, Occasion occasion) {
        if (state != ApplicationState.CORRECTION) {
            throw new RuleViolation(STATE_FORBIDS, state.name(), ApplicationState.EXAMINING.name());
        }
        answers = new Answers(corrected);
        resume(occasion);
    }

    /** True while it waits for a visit, or will do so again when its correction has come. */
    public boolean awaitsVisit() {
        return state == ApplicationState.VISIT || state == ApplicationState.CORRECTION && resumeState == ApplicationState.VISIT;
    }

    /** Its visit is at another time, or with null at none yet; it waits for it as before. */
    public void visitChanged(List<String> questions, String time, Occasion occasion) {
        if (!awaitsVisit()) {
            throw new RuleViolation(STATE_FORBIDS, state.name(), ApplicationState.VISIT.name());
        }
        var changed = new LinkedHashMap<>(answers.byPath());
        questions.forEach(path -> {
            changed.remove(path);
            if (time != null) {
                changed.put(path, time);
            }
        });
        answers = new Answers(changed);
        tell(occasion);
    }

    /** Takes over what was corrected in an application of the same bundle, where it says the same thing. */
    public void adopt(Map<String, String> facts, Set<String> gone) {
        var shared = new LinkedHashMap<>(answers.byPath());
        shared.keySet().removeAll(gone);
        shared.putAll(facts);
        answers = new Answers(shared);
    }

    /** True if it is not over without effect and says something else than these facts, or something that is gone. */
    public boolean differsFrom(Map<String, String> facts, Set<String> gone) {
        var said = answers.byPath();
        return state != ApplicationState.REFUSED && state != ApplicationState.WITHDRAWN
                && (facts.entrySet().stream().anyMatch(fact -> !fact.getValue().equals(said.getOrDefault(fact.getKey(), "")))
                        || gone.stream().anyMatch(path -> !said.getOrDefault(path, "").isBlank()));
    }

    /** What was corrected in an application of the same bundle did not come in here; a notification that went out is read by its section once more. */
    public void keepOwnFacts(Occasion occasion) {
        boolean out = state == ApplicationState.DONE || state == ApplicationState.IN_CORE;
        toBeRead |= out && kind() == ProcedureKind.NOTIFICATION;
        tell(occasion);
    }

    /** Goes on after a correction, answered or not, where it was before. */
    public void resume(Occasion occasion) {
        var before = resumeState == ApplicationState.ARRIVED ? ApplicationState.EXAMINING : resumeState;
        resumeState = null;
        become(before, occasion);
    }

    /** A core system does not take what was decided: the decision stands, and the section looks after it. */
    public void troubledBy(String words) {
        coreTrouble = words == null || words.isBlank() ? arrival.coreSystem() : words;
    }

    /** Is sent to the core system once more. */
    public void sendAgain() {
        if (state != ApplicationState.IN_CORE || coreTrouble == null) {
            throw new RuleViolation(STATE_FORBIDS, state.name(), ApplicationState.IN_CORE.name());
        }
        coreTrouble = null;
    }

    /** Ended at its arrival; the section has still to read it. */
    public void awaitReading() {
        toBeRead = true;
    }

    /** Was read by the section. */
    public void read() {
        toBeRead = false;
    }

    /** Is drafted for a decision (起案): grant, or refusal with its reasons. */
    public void propose(boolean grant, String words, Occasion occasion) {
        if (decision().isMade()) {
            throw new RuleViolation(STATE_FORBIDS, state.name(), ApplicationState.DECIDING.name());
        }
        decision = new Decision();
        decision.draft(grant, words);
        become(ApplicationState.DECIDING, occasion);
    }

    /** Was decided as drafted (決裁) and sent out under a number (施行). */
    public void decided(String number, Decision.Issued said, ApplicationState next, Occasion occasion) {
        decision.made(number, occasion.day(), said);
        become(next, occasion);
    }

    /** Came back from the route without a decision (差戻し). */
    public void returned(Occasion occasion) {
        decision = null;
        become(ApplicationState.EXAMINING, occasion);
    }

    /** Remembers what a core system made of it, as the applicant reads it. */
    public void resulted(String words) {
        coreTrouble = null;
        if (words != null && !words.isBlank()) {
            result = words;
        }
    }

    /** Is given to a member of staff; with null back to the section. */
    public void assign(UUID staff, String name) {
        assigneeId = staff;
        assigneeName = name;
    }

    /** Remembers who changed it last, and how. */
    public void changed(LastDeed deed) {
        lastDeed = deed;
    }

    /** Its applicant is now a person of the ledger. */
    public void belongsTo(UUID person) {
        personId = person;
    }

    private void tell(Occasion occasion) {
        history.add(new HistoryEntry(this, history.size() + 1, state, occasion));
    }

    private LocalDate arrivedOn() {
        return LocalDate.ofInstant(arrival.arrivedAt(), OfficeClock.ZONE);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public ArrivalFacts arrival() {
        return arrival;
    }

    public ProcedureKind kind() {
        return arrival.kind();
    }

    public VisitRule visit() {
        return arrival.visit();
    }

    public Map<String, String> answers() {
        return answers.byPath();
    }

    public UUID personId() {
        return personId;
    }

    public ApplicationState state() {
        return state;
    }

    public Instant since() {
        return since;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public UUID assigneeId() {
        return assigneeId;
    }

    public String assigneeName() {
        return assigneeName;
    }

    public UUID recordId() {
        return recordId;
    }

    public String recordNumber() {
        return recordNumber;
    }

    /** True while its applicant may take it back (取下げ): until the decision, and until a core system has it. */
    public boolean mayWithdraw() {
        return !decision().isMade() && LifeCourse.mayWithdraw(state);
    }

    /** What a core system holds against it; null if nothing. */
    public String coreTrouble() {
        return coreTrouble;
    }

    /** True while the section has not read what ended at its arrival. */
    public boolean isToBeRead() {
        return toBeRead;
    }

    /** What was drafted or decided; empty as long as nothing was. */
    public Decision decision() {
        return decision == null ? new Decision() : decision;
    }

    public String result() {
        return result;
    }

    /** The latest change; null if none is known. */
    public LastDeed lastDeed() {
        return lastDeed;
    }

    public List<HistoryLine> history() {
        return history.stream().map(HistoryEntry::line).toList();
    }
}
