package jp.yakuba.resident.api;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Enter a protection.
 *
 * @param personIds the applicant (申出者) first, then those protected together (併せて支援を求める者)
 * @param provisional true while the need is still being confirmed (仮支援措置); it shields just the same
 * @param startsOn first day
 * @param adversaryName name of the person to be kept away; null if not given
 * @param supportOffice the office that confirms the need, such as the police; null while unknown
 */
public record EnterProtection(
        @NotEmpty List<@NotNull UUID> personIds,
        boolean provisional,
        @NotNull LocalDate startsOn,
        String adversaryName,
        String supportOffice) {}
