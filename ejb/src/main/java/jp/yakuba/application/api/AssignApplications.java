package jp.yakuba.application.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/**
 * Give applications to a member of staff.
 *
 * @param lines the applications, each with whose it was when the clerk saw it
 * @param staffId who gets them; null gives them back to the section
 */
public record AssignApplications(@NotNull List<@Valid Seen> lines, UUID staffId) {
    public AssignApplications {
        lines = List.copyOf(lines);
    }

    /** Whose an application was when it was seen; null if nobody's. */
    public record Seen(@NotNull UUID applicationId, UUID assignee) {}
}
