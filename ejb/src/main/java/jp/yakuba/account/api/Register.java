package jp.yakuba.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Ask for an account with a mail address and a password. */
public record Register(
        @NotNull @Size(max = 254) String mail,
        @NotNull @Size(max = 100) String displayName,
        @NotNull @Size(max = 200) String password,
        @NotNull @Pattern(regexp = "ja|ja-easy|en") String language,
        @NotNull String origin) {
    @Override
    public String toString() {
        return "Register[from " + origin + "]";
    }
}
