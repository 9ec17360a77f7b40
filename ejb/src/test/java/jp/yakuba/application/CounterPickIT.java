package jp.yakuba.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.yakuba.AsLedgerReader;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.CounterDesk;
import jp.yakuba.application.api.CounterEntry;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.ResidentDesk;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("窓口で台帳の人を結び付ける(コンテナ内)")
class CounterPickIT {
    private static final String REASON = "窓口で来た人の確認";

    @Inject
    private CounterDesk counter;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private ResidentDesk residents;

    @Inject
    private ApplicationFixture office;

    @Inject
    private InRequest request;

    @Inject
    private AsLedgerReader reader;

    @Test
    @DisplayName("理由を書いて探した人だけを選べ、番号を知っているだけでは選べず、その試みは記録に残る")
    void onlySomebodyFoundWithAReasonIsPicked() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER);
        var found = person(0);
        var known = person(1);
        search(clerk, found, REASON);
        var refusals = refusals(clerk);
        refused(() -> pick(clerk, known));
        refused(() -> pick(clerk, UUID.randomUUID()));
        assertThat(refusals(clerk)).isEqualTo(refusals + 2);

        var picked = office.asExaminer(clerk, () -> counter.pick(found));
        assertThat(picked.number()).isEqualTo(office.text("SELECT number FROM res_person WHERE id = ?", found));
        assertThat(office.text("SELECT e.reason FROM aud_entry e JOIN apl_counter_pick p ON p.look_id = e.id WHERE p.id = ?", picked.pickId()))
                .isEqualTo(REASON);
        var sent = enter(clerk, picked.pickId(), "first");
        assertThat(office.text("SELECT person_id::text FROM apl_application WHERE id = ?", sent)).isEqualTo(found.toString());
    }

    @Test
    @DisplayName("理由のない検索も、ほかの職員の検索も、選ぶもとにならない")
    void aSearchOfOthersOrWithoutAReasonIsWorthNothing() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER);
        var other = office.holderOf("fire-chief", Role.EXAMINER);
        var person = person(2);
        search(other, person, REASON);
        refused(() -> pick(clerk, person));
        search(clerk, person, " ");
        refused(() -> pick(clerk, person));
    }

    @Test
    @DisplayName("選んだ結果は、ほかの職員にも、別の用紙にも使えない。同じ用紙をもう一度送れば同じ受付")
    void aChoiceIsForOneClerkAndOneSheet() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER);
        var other = office.holderOf("fire-chief", Role.EXAMINER);
        var person = person(3);
        search(clerk, person, REASON);
        var pick = pick(clerk, person);
        refused(() -> enter(other, pick, "others"));
        refused(() -> office.asExaminer(other, () -> counter.getPicked(pick, "others")));
        refused(() -> enter(clerk, UUID.randomUUID(), "invented"));

        var key = UUID.randomUUID().toString();
        var sent = enter(clerk, pick, key);
        assertThat(enter(clerk, pick, key)).isEqualTo(sent);
        refused(() -> enter(clerk, pick, "another sheet"));
        assertThat(office.text("SELECT count(*)::text FROM apl_application WHERE person_id = ?", person)).isEqualTo("1");
    }

    @Test
    @DisplayName("選んだ結果は一時間で使えなくなる")
    void aChoiceIsGoodForAnHour() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER);
        var person = person(4);
        search(clerk, person, REASON);
        var pick = pick(clerk, person);
        office.update("UPDATE apl_counter_pick SET picked_at = picked_at - interval '61 minutes' WHERE id = ?", pick);
        refused(() -> enter(clerk, pick, "too late"));
    }

    @Test
    @DisplayName("支援措置の人も探してからだけ選べ、住所は用紙に入らない")
    void aProtectedPersonIsPickedWithoutAnAddress() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER);
        var person = UUID.fromString(office.text(
                "SELECT person_id::text FROM res_shielded WHERE ?::uuid IS NOT NULL ORDER BY 1 LIMIT 1", UUID.randomUUID()));
        refused(() -> pick(clerk, person));
        search(clerk, person, REASON);
        var picked = office.asExaminer(clerk, () -> counter.pick(person));
        assertThat(picked.known()).containsKey("applicant.name");
        assertThat(picked.known().keySet()).noneMatch(path -> path.startsWith("applicant.address"));
    }

    @Test
    @DisplayName("課の仕事が台帳を要しない職員は、台帳を探せない。宛名番号でも、世帯でも、履歴でも")
    void whoNeedsNoLedgerSearchesNone() throws Exception {
        var clerk = office.holderOf("fire-clerk-1", Role.EXAMINER);
        var person = person(5);
        for (Callable<?> look : List.<Callable<?>>of(
                () -> residents.search(new PersonSearch("山", null), new PageRequest(0, 20), REASON),
                () -> residents.get(person, REASON),
                () -> residents.findByNumber("1", REASON), () -> residents.householdOf(person, REASON),
                () -> residents.listEvents(person, REASON))) {
            assertThatThrownBy(() -> office.asExaminer(clerk, look)).isInstanceOf(EJBAccessException.class);
        }
    }

    private void search(Actor clerk, UUID person, String reason) throws Exception {
        var number = office.text("SELECT number FROM res_person WHERE id = ?", person);
        assertThat(request.as(clerk, () -> reader.call(() -> residents.search(new PersonSearch(number, null), new PageRequest(0, 20), reason))).rows())
                .anySatisfy(line -> assertThat(line.id()).isEqualTo(person));
    }

    private UUID pick(Actor clerk, UUID person) throws Exception {
        return office.asExaminer(clerk, () -> counter.pick(person)).pickId();
    }

    private UUID enter(Actor clerk, UUID pick, String key) throws Exception {
        return office.asExaminer(clerk, () -> examination.enterAtCounter(new CounterEntry(
                key, List.of("lifesaving-course"), pick, "免許証", ApplicationFixture.course()))).receipts().get(0).applicationId();
    }

    private UUID person(int place) throws SQLException {
        return UUID.fromString(office.text("SELECT id::text FROM res_person WHERE ?::uuid IS NOT NULL AND id NOT IN"
                + " (SELECT person_id FROM res_shielded) ORDER BY number OFFSET " + place + " LIMIT 1", UUID.randomUUID()));
    }

    private long refusals(Actor clerk) throws SQLException {
        return Long.parseLong(office.text("SELECT count(*)::text FROM aud_entry WHERE kind = 'REFUSAL'"
                + " AND deed = 'application.counter-pick' AND actor_id = ?", clerk.id()));
    }

    private static void refused(Callable<?> deed) {
        assertThatThrownBy(deed::call).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(ApplicationProblem.PERSON_NOT_FOUND));
    }
}
