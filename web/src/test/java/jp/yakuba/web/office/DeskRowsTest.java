package jp.yakuba.web.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import org.junit.jupiter.api.Test;
import org.primefaces.model.SortMeta;

/** How often a staff table asks its desk, for every look is written down. */
class DeskRowsTest {
    private static final Map<String, SortMeta> IN_ITS_ORDER = Map.of();

    private final List<Integer> asked = new ArrayList<>();
    private Map<Object, Object> request = new HashMap<>();

    @Test
    void aTableWhoseTotalIsToldAboveItLooksOnce() {
        var rows = rows(0);

        assertThat(rows.getTotal()).isEqualTo(120);
        assertThat(rows.load(0, DeskRows.ROWS, IN_ITS_ORDER, Map.of())).containsExactly("row of 0");
        assertThat(asked).containsExactly(0);
    }

    @Test
    void anotherPartIsAnotherLook() {
        var rows = rows(0);
        rows.getTotal();

        assertThat(rows.load(DeskRows.ROWS, DeskRows.ROWS, IN_ITS_ORDER, Map.of())).containsExactly("row of 1");
        assertThat(asked).containsExactly(0, 1);
    }

    @Test
    void theSamePartInTheNextRequestIsAnotherLook() {
        var rows = rows(2);
        rows.getTotal();
        request = new HashMap<>();

        rows.load(2 * DeskRows.ROWS, DeskRows.ROWS, IN_ITS_ORDER, Map.of());
        rows.load(2 * DeskRows.ROWS, DeskRows.ROWS, IN_ITS_ORDER, Map.of());

        assertThat(asked).containsExactly(2, 2, 2);
    }

    private DeskRows<String> rows(int number) {
        return new DeskRows<>(this::read, number, null) {
            private static final long serialVersionUID = 1L;

            @Override
            Map<Object, Object> ofThisRequest() {
                return request;
            }
        };
    }

    private Page<String> read(PageRequest part, SortMeta order) {
        asked.add(part.number());
        return new Page<>(List.of("row of " + part.number()), 120, part);
    }
}
