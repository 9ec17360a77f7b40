package jp.yakuba.relocation.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A notice in a list; it names nobody.
 *
 * @param number the sender's number
 * @param shielded true if it says that they are protected (支援措置)
 * @param correction true if it corrects an earlier one
 */
public record NoticeLine(
        UUID id, String peerName, String number, LocalDate movedOn, int persons, boolean shielded, boolean correction, NoticeState state, Instant arrivedAt) {}
