package jp.yakuba.inquiry.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What another office asks, in a list.
 *
 * @param number the other office's number
 */
public record AskedLine(
        UUID id, String section, String peerName, String title, String number, LocalDate deadline, AskedState state, Instant arrivedAt,
        Instant answeredAt) {}
