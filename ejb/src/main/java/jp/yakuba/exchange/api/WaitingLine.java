package jp.yakuba.exchange.api;

import java.time.Instant;

/**
 * What waits between this office and another now.
 *
 * @param waiting letters to it that are not answered
 * @param oldest when the oldest of them was ordered; null if there is none
 * @param problem what stood in the way last; null if nothing did
 * @param arriving messages of which pieces are coming
 * @param unjudged messages that are here whole and not judged
 * @param answers answers that it does not have yet
 */
public record WaitingLine(
        String peer, String name, PeerState state, long waiting, Instant oldest, String problem, long arriving, long unjudged, long answers) {}
