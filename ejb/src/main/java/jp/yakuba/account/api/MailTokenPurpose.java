package jp.yakuba.account.api;

/** What a link sent by mail is for. */
public enum MailTokenPurpose {
    REGISTER,
    CONFIRM_ADDRESS,
    RESET_PASSWORD,
    /** Comes in without a password; makes an account where the address has none. */
    SIGN_IN
}
