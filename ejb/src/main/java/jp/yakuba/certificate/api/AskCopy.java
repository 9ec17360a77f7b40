package jp.yakuba.certificate.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Asks the office of the home address for what a copy says.
 *
 * @param id made when the form is opened: the same form asks once
 * @param office code of the office of the home address
 * @param identity what was shown
 * @param checked true if the clerk compared face, name, day of birth and address with it
 * @param name of whoever asks, who lives in the household
 * @param address of whoever asks, in one line, beginning with the prefecture
 * @param wanted names of those who are wanted, at most twenty; empty unless the scope is {@link CopyScope#SOME}
 * @param relationships true if 世帯主 and 続柄 are wanted on the copy
 */
public record AskCopy(
        @NotNull UUID id,
        @NotBlank @Size(max = 6) String office,
        @NotNull IdentityDocument identity,
        boolean checked,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Past LocalDate birthDate,
        @NotBlank @Size(max = 300) String address,
        @NotNull CopyScope scope,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> wanted,
        boolean relationships) {
    /** The fillers of Hangul are letters that nobody sees. */
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}&&[^\\u115F\\u1160\\u3164\\uFFA0]]");

    public AskCopy {
        wanted = wanted == null ? null : List.copyOf(wanted);
    }

    /** True if the words hold a letter or figure that is seen: a name or an address of selectors, marks and fillers alone is nothing once it is folded. */
    public static boolean isNamed(String words) {
        return LETTER.matcher(words).find();
    }
}
