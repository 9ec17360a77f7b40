package jp.yakuba.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Open an account for the card of a handover; the mail address is confirmed by a link later. */
public record OpenCardAccount(
        @NotNull String browser,
        @NotNull String token,
        @NotNull @Size(max = 100) String displayName,
        @NotNull @Size(max = 254) String mail,
        @NotNull @Pattern(regexp = "ja|ja-easy|en") String language,
        @NotNull String origin,
        @NotNull String agent) {
    @Override
    public String toString() {
        return "OpenCardAccount[from " + origin + "]";
    }
}
