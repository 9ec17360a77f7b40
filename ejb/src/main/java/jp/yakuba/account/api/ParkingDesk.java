package jp.yakuba.account.api;

import jakarta.ejb.Local;
import java.util.Optional;

/** The desk that keeps what was sent on an expired session until the same person has signed in again. */
@Local
public interface ParkingDesk {
    /** Keeps the body of a post for the owner of the expired session, encrypted; false if the token was never a session. */
    boolean park(String expiredToken, String path, String body);

    /** What waits for the signed-in resident, the newest; it stays until it is sent on. */
    Optional<ParkedPost> find();

    /** Forgets what waits for the signed-in resident at the path: it is being sent on, or no longer wanted. */
    void forget(String path);
}
