package jp.yakuba.approval.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("期限の見回り")
class DueWatchTest {
    private static final UUID BROKEN = new UUID(0, 1);
    private static final UUID LATE = new UUID(0, 2);

    @Test
    @DisplayName("督促できない起案が一つあっても、ほかの起案は督促される。次の回にまた試す")
    void oneThatCannotBePressedHoldsUpNoOther() {
        var pressed = new ArrayList<UUID>();
        var watch = new DueWatch(new DueRound() {
            @Override
            public List<UUID> listLate() {
                return List.of(BROKEN, LATE);
            }

            @Override
            public void press(UUID id) {
                pressed.add(id);
                if (id.equals(BROKEN)) {
                    throw new IllegalStateException("a row nobody can read");
                }
            }
        });

        watch.tick();
        watch.tick();

        assertThat(pressed).containsExactly(BROKEN, LATE, BROKEN, LATE);
    }
}
