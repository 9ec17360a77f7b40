package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Something on the notice board (掲示), from when until which day. */
public record PostedNotice(UUID deliveryId, UUID recordId, String number, String title, Instant at, LocalDate until) {}
