package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.yakuba.AsDecider;
import jp.yakuba.AsDesk;
import jp.yakuba.AsExaminer;
import jp.yakuba.AsResident;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.CounterEntry;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.OpenDraft;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Who comes to the application desks in tests, residents and clerks of the sample town, and what the tables say afterwards. */
@ApplicationScoped
public class ApplicationFixture {
    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsResident resident;

    @Inject
    private AsExaminer examiner;

    @Inject
    private AsDecider decider;

    @Inject
    private AsDesk desk;

    @Inject
    private DraftDesk drafts;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private ApprovalDesk approval;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    /** A resident with an account that no other test uses. */
    Actor account(String name) throws SQLException {
        var id = UUID.randomUUID();
        update("INSERT INTO acc_account (id, display_name, mail, language, state, created_at)"
                + " VALUES (?, '" + name + "', '" + id + "@example.jp', 'ja', 'OPEN', now())", id);
        return new Actor(Actor.Kind.RESIDENT, id, "account", null, null, Set.of(Role.RESIDENT), Assurance.CARD, "test");
    }

    /** Somebody of the section, of the last in rank, in that role. */
    Actor staffOf(String section, String role) throws Exception {
        var today = clock.today();
        var staff = desk.call(() -> organization.listStaffOf(section, today).stream()
                .filter(person -> !organization.listPostsOf(person.id(), today).isEmpty())
                .reduce((first, second) -> second)
                .orElseThrow());
        return staff(staff.id(), staff.name(), staff.post(), section, role);
    }

    /** Whoever holds the post today, in those roles. */
    Actor holderOf(String post, String... roles) throws Exception {
        var held = desk.call(() -> organization.listHoldersOf(post, clock.today())).get(0);
        return staff(held.id(), held.name(), post, held.section(), roles);
    }

    private static Actor staff(UUID id, String name, String post, String section, String... roles) {
        var all = Stream.concat(Stream.of(Role.STAFF), Stream.of(roles)).collect(Collectors.toSet());
        return new Actor(Actor.Kind.STAFF, id, name, post, section, all, Assurance.TWO_FACTOR, "test");
    }

    /** The answers about an applicant whom the ledger does not know, with more. */
    static Map<String, String> answers(Map<String, String> more) {
        var answers = new LinkedHashMap<>(Map.of("applicant.name", "講習　受", "applicant.kana", "こうしゅう　うける",
                "applicant.birthDate", "1990-07-09", "applicant.phone", "0155-62-0001", "applicant.address.postal", "0820012",
                "applicant.address.place", "北海道河西郡芽室町東二条", "applicant.address.lot", "1番地"));
        answers.putAll(more);
        return answers;
    }

    /** Answers for a life-saving course, which asks for little. */
    static Map<String, String> course() {
        return answers(Map.of("lifesaving-course.people", "5", "lifesaving-course.wish", "土曜日"));
    }

    /** Applies for one procedure from home. */
    UUID send(Actor who, String procedure, Map<String, String> answers) throws Exception {
        return asResident(who, () -> {
            var draft = drafts.open(new OpenDraft(List.of(procedure), null, Map.of(), null));
            drafts.save(draft, answers);
            return drafts.submit(draft, UUID.randomUUID().toString(), null).receipts().get(0).applicationId();
        });
    }

    /** Enters what somebody at the counter applies for. */
    UUID enter(Actor clerk, String procedure, Map<String, String> answers) throws Exception {
        return asExaminer(clerk, () -> examination.enterAtCounter(new CounterEntry(
                UUID.randomUUID().toString(), List.of(procedure), null, "運転免許証", answers))).receipts().get(0).applicationId();
    }

    /** The decision that was proposed on an application. */
    ProposalView proposalOn(UUID application) throws Exception {
        return desk.call(() -> approval.findBySubject("application", application));
    }

    /** Everybody on the route approves. */
    void decide(UUID application) throws Exception {
        var proposal = proposalOn(application);
        for (var step : proposal.route()) {
            approve(proposal.id(), step.post());
        }
    }

    /** Whoever holds the post approves. */
    void approve(UUID proposal, String post) throws Exception {
        request.as(holderOf(post, Role.DECIDER), () -> decider.call(() -> {
            approval.approve(proposal, approval.get(proposal).version(), null);
            return null;
        }));
    }

    <T> T asResident(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> resident.call(deed));
    }

    <T> T asExaminer(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> examiner.call(deed));
    }

    /** What came of deeds done side by side: what each gave, or the code by which it was refused. */
    static List<String> outcomes(List<Future<String>> futures) throws Exception {
        var outcomes = new ArrayList<String>();
        for (var future : futures) {
            try {
                outcomes.add(future.get());
            } catch (ExecutionException failed) {
                assertThat(failed).cause().isInstanceOf(RuleViolation.class);
                outcomes.add(((RuleViolation) failed.getCause()).problem().code());
            }
        }
        return outcomes;
    }

    static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    long count(String sql, Object... parameters) throws SQLException {
        return Long.parseLong(text(sql, parameters));
    }

    /** The first value of the first row. */
    String text(String sql, Object... parameters) throws SQLException {
        return texts(sql, parameters).get(0);
    }

    /** The first value of each row. */
    List<String> texts(String sql, Object... parameters) throws SQLException {
        try (var connection = database.getConnection(); var query = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                query.setObject(place + 1, parameters[place]);
            }
            try (var rows = query.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }

    void update(String sql, UUID id) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }
}
