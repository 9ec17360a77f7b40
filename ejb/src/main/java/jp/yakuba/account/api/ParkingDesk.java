package jp.yakuba.account.api;

import jakarta.ejb.Local;
import java.util.Optional;

/** The desk that keeps what was sent on an expired session until the same person has signed in again. */
@Local
public interface ParkingDesk {
    /** Keeps the body of a post for the owner of the expired session, encrypted; false if the token was never a session of the zone. */
    boolean park(String expiredToken, Zone zone, String path, String body);

    /** What waits for whoever is signed in, of staff in the present post; the newest. It stays until it is sent on. */
    Optional<ParkedPost> find();

    /** Forgets what waits for whoever is signed in at the path: it is being sent on, or no longer wanted. */
    void forget(String path);
}
