package jp.yakuba.approval.model;

import static jp.yakuba.approval.RouteFixture.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.approval.RouteFixture;
import jp.yakuba.approval.api.ApprovalProblem;
import jp.yakuba.kernel.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("代決")
class ProxyOrderTest {
    private static final LocalDate RETURN = LocalDate.of(2026, 12, 1);

    @ParameterizedTest(name = "{0}, 在席 {1}, 不在 {2}, 禁止 {3} → {4}")
    @DisplayName("順位どおり: 前の順位の人がいれば後の人はできない。在席中と禁止された事項はだれもできない")
    @CsvSource(textBlock = """
            # who, is the holder present, who of the stand-ins is away, excluded matter, outcome
            deputy,  false, '',              false, 1
            general, false, '',              false, ANOTHER_STANDS_IN
            general, false, deputy,          false, 2
            planning,false, deputy,          false, ANOTHER_STANDS_IN
            planning,false, deputy general,  false, 3
            # whoever stands at the desk is present, whatever the calendar says
            deputy,  false, deputy,          false, 1
            deputy,  true,  '',              false, HOLDER_PRESENT
            deputy,  false, '',              true,  PROXY_EXCLUDED
            deputy,  true,  '',              true,  PROXY_EXCLUDED
            lead,    false, deputy general planning, false, NOT_YOUR_TURN
            """)
    void theOrderIsKept(String who, boolean present, String away, boolean excluded, String expected) {
        var absent = Set.of(away.split(" "));
        var order = new ProxyOrder("mayor", "町長", "手島 旭", RETURN, present,
                Stream.of("deputy", "general", "planning")
                        .map(post -> new ProxyOrder.StandIn(post, post, !absent.contains(post))).toList());
        var officer = RouteFixture.officer(who);
        if (expected.matches("\\d")) {
            assertThat(order.grant(officer, excluded)).satisfies(ground -> {
                assertThat(ground.order()).isEqualTo(Integer.parseInt(expected));
                assertThat(ground.holder()).isEqualTo("手島 旭");
                assertThat(ground.returnsOn()).isEqualTo(RETURN);
            });
        } else {
            assertThat(order.find(officer, excluded)).isEmpty();
            assertThatThrownBy(() -> order.grant(officer, excluded)).isInstanceOfSatisfying(RuleViolation.class,
                    refusal -> assertThat(refusal.problem()).isEqualTo(ApprovalProblem.valueOf(expected)));
        }
    }

    @Test
    @DisplayName("昨日退いた人の職は欠員として、順位の人が代決する")
    void aVacantPostIsStoodInFor() {
        var order = new ProxyOrder("chief", "課長", null, null, false,
                List.of(new ProxyOrder.StandIn("lead", "係長", true)));
        var lead = new Officer(UUID.randomUUID(), "係長", Set.of("lead"));
        assertThat(order.grant(lead, false).holder()).isNull();
    }

    @Test
    @DisplayName("禁止されるのは決裁であって、途中の回議ではない")
    void onlyTheDecisionIsExcluded() {
        var proposal = proposed(RouteFixture.command(), "lead | chief", true);
        assertThat(proposal.isProxyExcluded("lead")).isFalse();
        proposal.agree(RouteFixture.LEAD, 0, null, RouteFixture.now());
        assertThat(proposal.isProxyExcluded("chief")).isTrue();
    }
}
