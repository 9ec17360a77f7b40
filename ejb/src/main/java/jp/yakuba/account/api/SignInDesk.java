package jp.yakuba.account.api;

import jakarta.ejb.Local;
import java.util.Optional;
import jp.yakuba.kernel.Actor;

/** The porter's desk: who a session's token belongs to. Sessions live in the database, so any node knows them. */
@Local
public interface SignInDesk {
    /** The actor behind a session token on a zone's listener, if the session still stands; touches its last use. */
    Optional<Actor> actorOf(String token, Zone zone, String origin);

    /** Ends the session. */
    void signOut(String token);
}
