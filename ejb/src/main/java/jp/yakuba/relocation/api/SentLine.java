package jp.yakuba.relocation.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.exchange.api.ParcelState;

/**
 * A notice that was told another town, in a list; it names nobody.
 *
 * @param recordId the record; null where there is none, or one that the actor may not read
 * @param number its number; null if it never left
 * @param shielded true if it says that they are protected (支援措置), and no address
 * @param state how far its letter is; null if it never left, or its record has ended
 * @param fault reason code of a refusal; null if it is not refused
 * @param problem which rule of the form it breaks, for which it never left, or {@code town-unclear} if a clerk must say whether the office is the right one;
 *     null if it left
 * @param otherwise true if a clerk has said that the town was told in another way
 * @param again true if it is to be told again: nothing of it reached the other town, or somebody in it was protected (支援措置) since it did
 */
public record SentLine(
        UUID id, String peerName, UUID recordId, String number, LocalDate movedOn, int persons, boolean shielded, boolean correction, ParcelState state,
        String fault, String problem, Instant sentAt, boolean otherwise, boolean again) {}
