package jp.yakuba.document.api;

import java.util.UUID;

/**
 * A mask as it stands on its sheet.
 *
 * @param id its id
 * @param place where it lies
 * @param ground why this is not disclosed
 * @param clause the clause of the ordinance on the day it was drawn
 * @param reason the same in the words of this case
 */
public record MaskView(UUID id, DrawMask.Place place, MaskGround ground, String clause, String reason) {
    /** The same with another reason. */
    public MaskView withReason(String words) {
        return new MaskView(id, place, ground, clause, words);
    }
}
