package jp.yakuba.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Sign in a member of staff by number and password at the office's listener. */
public record StaffSignIn(
        @NotNull @Size(max = 20) String number,
        @NotNull @Size(max = 200) String password,
        @NotNull String origin,
        @NotNull String agent) {
    @Override
    public String toString() {
        return "StaffSignIn[from " + origin + "]";
    }
}
