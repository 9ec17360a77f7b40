package jp.yakuba.account.api;

import java.time.Instant;

/**
 * What a step of signing in gives.
 *
 * @param token secret of the session, for its cookie only
 * @param secondFactorNeeded true if the session opens only after {@link SignInDesk#confirm}
 * @param endsAt when the session ends at the latest
 * @param unsent true if something waits that was sent after an earlier session had ended ({@link ParkingDesk})
 */
public record SignInStep(String token, boolean secondFactorNeeded, Instant endsAt, boolean unsent) {}
