package jp.yakuba.account.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.UUID;

/**
 * The desk where an account begins and is kept up. Nothing it answers tells whether a mail address is known here; what
 * is so stands in the mail.
 */
@Local
public interface RegistrationDesk {
    /** Asks for an account: it comes into being when the link in the mail is followed. */
    void register(@Valid Register command);

    /** Follows the link of a mail: opens the account or takes over the address; returns what the link was for. */
    MailTokenPurpose followLink(String token);

    /** Sends a mail to the address: a link for a new password, or the word that no account belongs to it. */
    void askForNewPassword(String mail, String language, String origin);

    /** Sets the new password by the link's token; every session of the account ends. */
    void resetPassword(String token, String password);

    /**
     * Changes the password of the signed-in resident, who must know the old one if there is one. Every session of the account
     * ends but the one with the token.
     */
    void changePassword(String oldPassword, String newPassword, String presentToken);

    /** Sends a link to the address that becomes the signed-in resident's own when it is followed. */
    void changeMail(String mail);

    /** Sets name shown and language of the signed-in resident. */
    void changeProfile(String displayName, String language);

    /** Begins to set up an authenticator: a fresh secret, not yet asked for at sign-in. */
    SecondFactorSetup beginSecondFactor();

    /** Ends the set-up by a first right code; from now on it is asked, and other sessions end. Returns recovery codes, shown once. */
    java.util.List<String> confirmSecondFactor(String code, String presentToken);

    /** Takes the second factor off, by a right code; other sessions end. */
    void removeSecondFactor(String code, String presentToken);
}
