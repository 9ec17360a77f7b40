package jp.yakuba.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Sign in a resident by mail address and password; origin is the network address, agent the browser's description. */
public record PasswordSignIn(
        @NotNull @Size(max = 254) String mail,
        @NotNull @Size(max = 200) String password,
        @NotNull String origin,
        @NotNull String agent) {
    @Override
    public String toString() {
        return "PasswordSignIn[from " + origin + "]";
    }
}
