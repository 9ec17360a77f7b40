package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jp.yakuba.AsDecider;
import jp.yakuba.AsDesk;
import jp.yakuba.AsExaminer;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.CounterEntry;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.model.form.MovingFamily;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.house.Deployments;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.organization.api.OrganizationDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("申請から生じた文書と起案を見れば、申請した人を見たことになる(コンテナ内)")
class LooksAtApplicantsIT {
    private static final String SECTION = "fire";

    @Inject
    private ExaminationDesk examination;

    @Inject
    private RecordDesk records;

    @Inject
    private ApprovalDesk approvals;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsExaminer examiner;

    @Inject
    private AsStaff staff;

    @Inject
    private AsDecider decider;

    @Inject
    private AsDesk desk;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @Deployment
    static Archive<?> house() {
        return Deployments.ejb();
    }

    @Test
    @DisplayName("文書を開けば申請者の名で、収受簿を見れば載っている人ごとに、監査に残る")
    void recordsStandUnderTheirApplicants() throws Exception {
        var clerk = clerk("fire-clerk-1");
        var application = enter(clerk);
        var record = UUID.fromString(text("SELECT id::text FROM doc_record WHERE cause_id = ?", application));
        assertThat(open(clerk, record)).isEmpty();
        var person = joinsTheLedger(application);

        assertThat(open(clerk, record)).containsExactly(person);
        var register = new RecordFilter("IN", SECTION, null, null, false, false, false, null, null, RecordFilter.Order.NUMBER, true);
        as(clerk, () -> records.list(register, new PageRequest(0, 50)));
        assertThat(looks("document.register", record)).containsExactly(person);
        as(clerk, () -> records.listNext(register, null, 200));
        assertThat(looks("document.register", record)).containsExactly(person, person);
    }

    @Test
    @DisplayName("起案を開いた人と起案した人は、申請者の名で監査に残る")
    void proposalsStandUnderTheirApplicants() throws Exception {
        var clerk = clerk("fire-clerk-1");
        var application = enter(clerk);
        var person = joinsTheLedger(application);
        var proposal = request.as(clerk, () -> desk.call(() -> approvals.propose(
                new ProposeDecision("document", 0, "application", application, "講習の案内", "施行してよいか"))));
        var lead = clerk("fire-chief");
        request.as(lead, () -> decider.call(() -> approvals.get(proposal)));
        assertThat(looks("approval.view", proposal)).containsExactly(person);
        assertThat(looks("approval.proposed", proposal)).containsExactly(person);
    }

    /** The persons under whom looks at the record stand, after one more. */
    private List<UUID> open(Actor clerk, UUID record) throws Exception {
        as(clerk, () -> records.get(record));
        return looks("document.view", record);
    }

    private List<UUID> looks(String deed, UUID object) throws SQLException {
        try (var connection = owner.getConnection(); var query = connection.prepareStatement("SELECT person_id FROM yakuba.aud_entry"
                + " WHERE deed = ? AND object_id = ? AND person_id IS NOT NULL")) {
            query.setString(1, deed);
            query.setString(2, object.toString());
            try (var rows = query.executeQuery()) {
                var persons = new ArrayList<UUID>();
                while (rows.next()) {
                    persons.add(rows.getObject(1, UUID.class));
                }
                return persons;
            }
        }
    }

    /** The applicant is found in the ledger later, as after a move. */
    private UUID joinsTheLedger(UUID application) throws SQLException {
        return UUID.fromString(text("UPDATE yakuba.apl_application SET person_id = (SELECT id FROM yakuba.res_person LIMIT 1)"
                + " WHERE id = ? RETURNING person_id::text", application));
    }

    private UUID enter(Actor clerk) throws Exception {
        var answers = new LinkedHashMap<>(MovingFamily.answers());
        answers.putAll(Map.of("applicant.name", "講習　受", "applicant.kana", "こうしゅう　うける", "applicant.phone", "0155-62-0001",
                "applicant.address.postal", "0820012", "applicant.address.place", "北海道河西郡芽室町東二条",
                "applicant.address.lot", "1番地", "lifesaving-course.people", "5", "lifesaving-course.wish", "土曜日",
                "applicant.mail", "it@looks.example"));
        return request.as(clerk, () -> examiner.call(() -> examination.enterAtCounter(new CounterEntry(
                UUID.randomUUID().toString(), List.of("lifesaving-course"), null, "運転免許証", answers))))
                .receipts().get(0).applicationId();
    }

    private <T> T as(Actor clerk, Callable<T> deed) throws Exception {
        return request.as(clerk, () -> staff.call(deed));
    }

    private Actor clerk(String post) throws Exception {
        var held = desk.call(() -> organization.listHoldersOf(post, clock.today())).get(0);
        return new Actor(Actor.Kind.STAFF, held.id(), held.name(), post, held.section(), Set.of("staff", "examiner", "decider"),
                Assurance.TWO_FACTOR, "test");
    }

    private String text(String sql, Object parameter) throws SQLException {
        try (var connection = owner.getConnection()) {
            connection.setSchema("yakuba");
            try (var query = connection.prepareStatement(sql)) {
                query.setObject(1, parameter);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return rows.getString(1);
                }
            }
        }
    }
}
