package jp.yakuba.inquiry.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Write an inquiry.
 *
 * @param id made when the form was opened; the same form begins one inquiry
 * @param version of its row that was seen; null for a new one
 * @param offices codes of the offices that are asked
 */
public record WriteInquiry(
        @NotNull UUID id, Long version, @NotBlank String section, @NotBlank @Size(max = 200) String title, @NotNull @Size(max = 4000) String explanation,
        @NotNull LocalDate deadline, @NotNull @Size(max = 2000) List<@NotBlank String> offices, @NotNull @Size(max = 100) List<@Valid Question> form) {
    public WriteInquiry {
        offices = List.copyOf(offices);
        form = List.copyOf(form);
    }
}
