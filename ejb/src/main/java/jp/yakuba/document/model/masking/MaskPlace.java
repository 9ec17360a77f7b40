package jp.yakuba.document.model.masking;

import static jp.yakuba.document.api.DocumentProblem.MASK_OFF_PAGE;

import jakarta.persistence.Embeddable;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import jp.yakuba.document.api.DrawMask;
import jp.yakuba.kernel.RuleViolation;

/**
 * Where a mask lies: a rectangle in points from the upper left of a page as it is shown, turned and cut to its CropBox, to a hundredth
 * of a point. It may stand out over the edge of the page; what lies outside is not there in the copy anyway.
 */
@Embeddable
public record MaskPlace(int page, double fromLeft, double fromTop, double width, double height) {
    private static final double HUNDREDTHS = 100;
    private static final double FARTHEST = 1_000_000;

    /** The place as somebody drew it; refused if there is nothing of the page in it. */
    public static MaskPlace on(List<PageSize> pages, DrawMask.Place drawn) {
        if (drawn.page() < 1 || drawn.page() > pages.size() || !isSize(drawn)) {
            throw new RuleViolation(MASK_OFF_PAGE);
        }
        var place = new MaskPlace(drawn.page(), rounded(drawn.fromLeft()), rounded(drawn.fromTop()), rounded(drawn.width()), rounded(drawn.height()));
        if (!place.touches(pages.get(drawn.page() - 1))) {
            throw new RuleViolation(MASK_OFF_PAGE);
        }
        return place;
    }

    private static boolean isSize(DrawMask.Place drawn) {
        return isThere(drawn.fromLeft()) && isThere(drawn.fromTop()) && isThere(drawn.width()) && isThere(drawn.height());
    }

    private static boolean isThere(double value) {
        return Double.isFinite(value) && Math.abs(value) <= FARTHEST;
    }

    private static double rounded(double value) {
        return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
    }

    private boolean touches(PageSize size) {
        return width > 0 && height > 0 && fromLeft < size.width() && fromTop < size.height() && fromLeft + width > 0 && fromTop + height > 0;
    }

    /**
     * The pixels of a picture of the page that the mask covers: every pixel of which it covers a part, and none outside the picture.
     *
     * @param scale pixels for each point
     */
    public Rectangle onPicture(double scale, int pictureWidth, int pictureHeight) {
        int left = (int) Math.floor(fromLeft * scale);
        int top = (int) Math.floor(fromTop * scale);
        int right = (int) Math.ceil((fromLeft + width) * scale);
        int bottom = (int) Math.ceil((fromTop + height) * scale);
        return new Rectangle(left, top, right - left, bottom - top).intersection(new Rectangle(0, 0, pictureWidth, pictureHeight));
    }

    /** True if the mask covers the point of the page. */
    public boolean covers(double x, double y) {
        return x >= fromLeft && x <= fromLeft + width && y >= fromTop && y <= fromTop + height;
    }

    /** The place as people of the desk read it. */
    public DrawMask.Place view() {
        return new DrawMask.Place(page, fromLeft, fromTop, width, height);
    }

    /** The place in the canonical form. */
    String canonical() {
        return String.format(Locale.ROOT, "%d %.2f %.2f %.2f %.2f", page, fromLeft, fromTop, width, height);
    }
}
