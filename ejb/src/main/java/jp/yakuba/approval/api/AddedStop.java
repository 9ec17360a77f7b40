package jp.yakuba.approval.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A stop that the drafter adds to the route of the delegation table.
 *
 * @param kind AGREE, CONSULT or INFORM
 * @param post code of the post
 * @param beforeStage the stage of the table's route before which it stands, from 1; a number past the last means right before
 *     the decision; of no meaning for INFORM
 * @param order those with the same order before the same stage are asked at the same time
 */
public record AddedStop(@NotNull StopKind kind, @NotBlank String post, @Min(1) int beforeStage, int order) {
    /** Right before the decision, together with the others that are added so. */
    public static AddedStop beforeDecision(StopKind kind, String post) {
        return new AddedStop(kind, post, Integer.MAX_VALUE, 0);
    }
}
