package jp.yakuba.organization.api;

import java.time.LocalDate;
import java.util.UUID;

/** That somebody holds a post from a day on, as the personnel section sees it; validUntil is null while no end is known. */
public record AppointmentLine(
        UUID id, String staffNumber, String staffName, String post, String postName, AppointmentKind kind, LocalDate validFrom,
        LocalDate validUntil) {}
