package jp.yakuba.account.api;

/** The end of a handover: a session, or null and the need to open an account for the card. */
public record CardSignIn(SignInStep session) {
    /** True if the card belongs to no account yet. */
    public boolean accountNeeded() {
        return session == null;
    }
}
