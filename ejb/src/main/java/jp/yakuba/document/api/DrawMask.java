package jp.yakuba.document.api;

import java.util.UUID;

/**
 * Draws a mask on a sheet, or draws one anew.
 *
 * @param sheetId the sheet
 * @param version its version when it was looked at
 * @param maskId the mask that is drawn anew; null for a new one
 * @param place where it lies
 * @param ground why this is not disclosed
 * @param reason the same in the words of this case
 */
public record DrawMask(UUID sheetId, long version, UUID maskId, Place place, MaskGround ground, String reason) {
    /**
     * A rectangle in points of 1/72 inch on a page as it is shown: turned, and cut to what of it is visible.
     *
     * @param page the page, counted from 1
     * @param fromLeft from the left edge
     * @param fromTop from the upper edge
     * @param width its width
     * @param height its height
     */
    public record Place(int page, double fromLeft, double fromTop, double width, double height) {}
}
