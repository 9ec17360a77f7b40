package jp.yakuba.account.api;

import jakarta.ejb.Local;
import java.util.Optional;

/** The desk that keeps what was sent on an expired session until the same person has signed in again. */
@Local
public interface ParkingDesk {
    /** Keeps the body of a post for the owner of the expired session, encrypted; false if the token was never a session. */
    boolean park(String expiredToken, String path, String body);

    /** Takes what waits for the signed-in resident, newest, once. */
    Optional<ParkedPost> take();
}
