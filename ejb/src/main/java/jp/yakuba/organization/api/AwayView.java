package jp.yakuba.organization.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a member of staff is away, as colleagues may know it: not why.
 *
 * @param staffId who
 * @param returnsOn the first open day back
 */
public record AwayView(UUID staffId, LocalDate returnsOn) {}
