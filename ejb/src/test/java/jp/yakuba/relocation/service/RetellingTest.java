package jp.yakuba.relocation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.relocation.model.MoveNotice;
import jp.yakuba.relocation.model.SentNotice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("送り直す転入通知")
class RetellingTest {
    private static final UUID EVENT = new UUID(0, 1);

    @Test
    @DisplayName("訂正の訂正は、相手に届いているかもしれないものを訂正する。断られ、取り消されたものは、相手にない")
    void aCorrectionCorrectsWhatIsThere() {
        var first = told(null, "990019");
        var second = told(first, "990019");
        for (var state : List.of(ParcelState.CANCELLED, ParcelState.REFUSED)) {
            assertThat(retelling(List.of(second, first), List.of(state, ParcelState.RECEIPTED)).corrects()).as(state.name()).isEqualTo(first.id());
        }
        for (var state : List.of(ParcelState.GIVEN_UP, ParcelState.RECEIPTED, ParcelState.HANDED_OVER)) {
            assertThat(retelling(List.of(second, first), List.of(state, ParcelState.RECEIPTED)).corrects()).as(state.name()).isEqualTo(second.id());
        }
        assertThat(retelling(List.of(first), List.of(ParcelState.CANCELLED)).corrects()).as("nothing is there").isEqualTo(first.id());
        var unfit = SentNotice.unsent(way(first, "990019"), said(first.id()), "cvc-maxLength-valid", Instant.now());
        assertThat(retelling(List.of(unfit, first), List.of(ParcelState.GIVEN_UP, ParcelState.RECEIPTED)).corrects()).as("it never left").isEqualTo(first.id());
    }

    @Test
    @DisplayName("届いたものがある役所へ送り直す。何も届いていなければ、役所は台帳が決める")
    void aCorrectionGoesWhereTheLetterIs() {
        var first = told(null, "990019");
        var second = told(first, "990027");
        assertThat(retelling(List.of(second, first), List.of(ParcelState.REFUSED, ParcelState.RECEIPTED)).peer()).contains("990019");
        assertThat(retelling(List.of(second, first), List.of(ParcelState.HANDED_OVER, ParcelState.RECEIPTED)).peer()).contains("990027");
        assertThat(retelling(List.of(first), List.of(ParcelState.CANCELLED)).peer()).isEmpty();
        assertThat(retelling(List.of(first), List.of(ParcelState.GIVEN_UP)).peer()).isEmpty();
    }

    private static Retelling retelling(List<SentNotice> before, List<ParcelState> states) {
        var known = new HashMap<UUID, ParcelState>();
        for (int at = 0; at < before.size(); at++) {
            if (before.get(at).recordId() != null) {
                known.put(before.get(at).recordId(), states.get(at));
            }
        }
        return new Retelling(before, known);
    }

    private static SentNotice told(SentNotice before, String peer) {
        return SentNotice.told(way(before, peer), said(before == null ? null : before.id()), UUID.randomUUID(), "試第1号", Instant.now());
    }

    private static SentNotice.Way way(SentNotice before, String peer) {
        return new SentNotice.Way(EVENT, before == null ? null : before.id(), "residents", peer, "試験市");
    }

    private static MoveNotice said(UUID corrects) {
        return new MoveNotice(UUID.randomUUID(), corrects, LocalDate.of(2026, 11, 1), "試験県試験市中央1番地", "北海道河西郡芽室町東二条1番地", false,
                List.of(new MoveNotice.Person("転居　太郎", "テンキョ　タロウ", LocalDate.of(1988, 4, 2), "1")));
    }
}
