package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsExaminer;
import jp.yakuba.AsResident;
import jp.yakuba.InRequest;
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
    private AsDesk desk;

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

    /** Whoever holds the post today, in that role. */
    Actor holderOf(String post, String role) throws Exception {
        var held = desk.call(() -> organization.listHoldersOf(post, clock.today())).get(0);
        return staff(held.id(), held.name(), post, held.section(), role);
    }

    private static Actor staff(UUID id, String name, String post, String section, String role) {
        return new Actor(Actor.Kind.STAFF, id, name, post, section, Set.of(Role.STAFF, role), Assurance.TWO_FACTOR, "test");
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
        try (var connection = database.getConnection(); var query = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                query.setObject(place + 1, parameters[place]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
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
