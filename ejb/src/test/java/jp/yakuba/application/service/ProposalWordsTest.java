package jp.yakuba.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import jp.yakuba.application.model.Decision.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("申請についての伺い")
class ProposalWordsTest {
    @Test
    @DisplayName("件名にも伺い文にも、認めるのか、却下するのか、送るのかが書いてある")
    void saysWhichWayItIsToGo() {
        var refusal = ProposalWords.of(Outcome.REFUSED, "児童手当の認定請求", "2026-1127-00003-7", "所得を確認できないため");
        assertThat(refusal.title()).isEqualTo("児童手当の認定請求（却下の案）　2026-1127-00003-7");
        assertThat(refusal.text()).startsWith("この申請を認めず、却下して").endsWith("却下の理由　所得を確認できないため");
        var grant = ProposalWords.of(Outcome.GRANTED, "児童手当の認定請求", "2026-1127-00003-7", "要件を満たすため");
        assertThat(grant.title()).contains("（認める案）");
        assertThat(grant.text()).startsWith("この申請を認めて").endsWith("理由　要件を満たすため").doesNotContain("却下");
        var handing = ProposalWords.of(Outcome.FORWARDED, "国民年金の免除申請", "2026-1127-00004-5", "書類がそろったため");
        assertThat(handing.title()).contains("（進達の案）");
        assertThat(handing.text()).contains("決定する機関へ送って").doesNotContain("認めて");
    }
}
