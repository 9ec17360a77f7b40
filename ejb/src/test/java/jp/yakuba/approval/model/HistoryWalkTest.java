package jp.yakuba.approval.model;

import static jp.yakuba.approval.RouteFixture.CHIEF;
import static jp.yakuba.approval.RouteFixture.LEAD;
import static jp.yakuba.approval.RouteFixture.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.yakuba.approval.RouteFixture;
import jp.yakuba.approval.api.HistoryCheck.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("決裁の経過の連鎖")
class HistoryWalkTest {
    private static final Content CONTENT = new Content("策定してよいか", null, List.of());

    private final List<ProposalEvent> lines = new ArrayList<>();
    private Proposal proposal;

    @BeforeEach
    void decided() {
        proposal = Proposal.make(RouteFixture.command(), new Terms("child", "HEI", false, false, null, null),
                new Drafter(RouteFixture.DRAFTER.id(), "係員", "clerk", "係員"), RouteFixture.route("lead | chief"), now());
        lines.add(proposal.born());
        lines.add(proposal.agree(LEAD, 0, "よい", now()));
        lines.add(proposal.agree(CHIEF, 1, null, now()));
    }

    @Test
    @DisplayName("そのままなら成り立つ")
    void holdsAsItWasWritten() {
        assertThat(walk(CONTENT).over(lines)).satisfies(check -> {
            assertThat(check.holds()).isTrue();
            assertThat(check.events()).isEqualTo(3);
        });
    }

    @Test
    @DisplayName("抜けた行、入れ替わった行、消えた最後の行が名指しされる")
    void namesMissingLines() {
        assertThat(walk(CONTENT).over(List.of(lines.get(0), lines.get(2))))
                .satisfies(check -> assertThat(check.brokenEvent()).isEqualTo(2))
                .satisfies(check -> assertThat(check.fault()).isEqualTo(Fault.EVENT_MISSING));
        assertThat(walk(CONTENT).over(lines.subList(0, 2)).brokenEvent()).isEqualTo(3);
        assertThat(walk(CONTENT).over(List.of()).brokenEvent()).isEqualTo(1);
    }

    @Test
    @DisplayName("本文が変われば、それを見た最初の行が名指しされる")
    void namesTheLineWhoseTextIsAnother() {
        assertThat(walk(new Content("別の本文", null, List.of())).over(lines))
                .satisfies(check -> assertThat(check.brokenEvent()).isEqualTo(1))
                .satisfies(check -> assertThat(check.fault()).isEqualTo(Fault.TEXT_CHANGED));
    }

    @Test
    @DisplayName("言葉を、その指紋と入れ替えて消しても、名指しされる")
    void wordsCannotBeChangedForTheirHash() throws ReflectiveOperationException {
        var line = lines.get(1);
        put(line, "words", got(line, "wordsHash"));
        put(line, "wordsHash", null);

        assertThat(walk(CONTENT).over(lines))
                .satisfies(check -> assertThat(check.brokenEvent()).isEqualTo(2))
                .satisfies(check -> assertThat(check.fault()).isEqualTo(Fault.EVENT_CHANGED));
    }

    private static Object got(ProposalEvent line, String column) throws ReflectiveOperationException {
        var field = ProposalEvent.class.getDeclaredField(column);
        field.setAccessible(true);
        return field.get(line);
    }

    /** As somebody would who owns the database. */
    private static void put(ProposalEvent line, String column, Object value) throws ReflectiveOperationException {
        var field = ProposalEvent.class.getDeclaredField(column);
        field.setAccessible(true);
        field.set(line, value);
    }

    private HistoryWalk walk(Content kept) {
        return new HistoryWalk(proposal, List.of(proposal.textOf(kept, now().at())));
    }
}
