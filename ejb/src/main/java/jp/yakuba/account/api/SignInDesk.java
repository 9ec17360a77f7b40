package jp.yakuba.account.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.Actor;

/** The porter's desk: lets people in and knows who a session's token belongs to. Any node knows every session. */
@Local
public interface SignInDesk {
    /** The actor behind a session token on a zone's listener, if the session still stands; touches its last use. */
    Optional<Actor> actorOf(String token, Zone zone, String origin);

    /** First step at the portal: mail address and password. A second factor, where set, must follow. */
    SignInStep signIn(@Valid PasswordSignIn command);

    /** Sends a link by which whoever reads the mail comes in, without a password; it leads on to the path. */
    void askForLink(@Valid AskForLink command);

    /** First step at the portal by such a link. It opens an account known by its address alone where there is none. */
    SignInStep signInByLink(String token, String origin, String agent);

    /** First step at the office: staff number and password. */
    SignInStep signInStaff(@Valid StaffSignIn command);

    /** Second step: the one-time code of an authenticator, or a recovery code. Gives a new token. */
    SignInStep confirm(String token, String code, String origin, String agent);

    /** Ends the session. */
    void signOut(String token);

    /** The standing sessions of the signed-in person; the one with the token is marked as this one. */
    List<SessionLine> listMine(String token);

    /** Ends one of the signed-in person's own sessions. */
    void end(UUID sessionId);

    /** Ends every session of the signed-in person but the one with the token. */
    void endOthers(String token);
}
