package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.yakuba.AsDecider;
import jp.yakuba.AsDesk;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("申請から生じた文書と起案を見れば、申請した人を見たことになる(コンテナ内)")
class LooksAtApplicantsIT {
    private static final String SECTION = "fire";

    @Inject
    private RecordDesk records;

    @Inject
    private ApprovalDesk approvals;

    @Inject
    private ApplicationFixture office;

    @Inject
    private InRequest request;

    @Inject
    private AsStaff staff;

    @Inject
    private AsDecider decider;

    @Inject
    private AsDesk desk;

    @Test
    @DisplayName("文書を開けば申請者の名で、収受簿を見れば載っている人ごとに、監査に残る")
    void recordsStandUnderTheirApplicants() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER, Role.DECIDER);
        var application = enter(clerk);
        var record = UUID.fromString(office.text("SELECT id::text FROM doc_record WHERE cause_id = ?", application));
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
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER, Role.DECIDER);
        var application = enter(clerk);
        var person = joinsTheLedger(application);
        var proposal = request.as(clerk, () -> desk.call(() -> approvals.propose(
                new ProposeDecision("document", 0, "application", application, "講習の案内", "施行してよいか"))));
        var lead = office.holderOf("fire-chief", Role.EXAMINER, Role.DECIDER);
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
        return office.texts("SELECT person_id::text FROM aud_entry WHERE deed = ? AND object_id = ? AND person_id IS NOT NULL",
                deed, object.toString()).stream().map(UUID::fromString).toList();
    }

    /** The applicant is found in the ledger later, as after a move. */
    private UUID joinsTheLedger(UUID application) throws SQLException {
        return UUID.fromString(office.text("UPDATE apl_application SET person_id = (SELECT id FROM res_person LIMIT 1)"
                + " WHERE id = ? RETURNING person_id::text", application));
    }

    private UUID enter(Actor clerk) throws Exception {
        return office.enter(clerk, "lifesaving-course", ApplicationFixture.course());
    }

    private <T> T as(Actor clerk, Callable<T> deed) throws Exception {
        return request.as(clerk, () -> staff.call(deed));
    }
}
