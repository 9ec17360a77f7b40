package jp.yakuba.inquiry.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/**
 * A question of a form.
 *
 * @param code q1, q2 …
 * @param hint words beside it; null for none
 * @param unit of a number; null for none
 * @param least smallest number; null for none
 * @param most largest number; null for none
 * @param list what may be chosen, or the columns of a table; empty for other kinds
 */
public record Question(
        @NotNull @Pattern(regexp = "q[1-9][0-9]{0,2}") String code, @NotNull QuestionKind kind, @NotBlank @Size(max = 300) String label,
        @Size(max = 300) String hint, boolean required, @Size(max = 20) String unit, BigDecimal least, BigDecimal most,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 300) String> list) {
    public Question {
        list = List.copyOf(list);
    }
}
