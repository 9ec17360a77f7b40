package jp.yakuba.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Ask for a link to sign in by mail alone; {@code returnTo} is the path of this office that it leads on to. */
public record AskForLink(
        @NotNull @Size(max = 254) String mail,
        @NotNull @Pattern(regexp = "ja|ja-easy|en") String language,
        @NotNull @Size(max = 1000) @Pattern(regexp = "/(?![/\\\\]).*") String returnTo,
        @NotNull String origin) {
    @Override
    public String toString() {
        return "AskForLink[from " + origin + "]";
    }
}
