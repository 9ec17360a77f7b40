package jp.yakuba.document.service.masking;

import static jp.yakuba.document.api.DocumentProblem.MASK_OFF_PAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import jp.yakuba.document.model.masking.MaskPlace;
import jp.yakuba.document.model.masking.MaskSheet;
import jp.yakuba.kernel.RuleViolation;

/** Draws pages for the screen, few at a time whoever asks: a picture that lies in memory is large. */
@ApplicationScoped
public class MaskPictures {
    private static final int DPI = 110;
    private static final long MOST_PIXELS = 6_000_000;
    private static final Semaphore TURNS = new Semaphore(2, true);

    @Inject
    private MaskSources sources;

    /** A page, counted from 1, as PNG: as it is, or as the copy would show it. */
    InputStream page(MaskSheet sheet, int page, boolean covered) {
        if (page < 1 || page > sheet.pages().size()) {
            throw new RuleViolation(MASK_OFF_PAGE);
        }
        var masks = covered ? sheet.placesOn(page) : List.<MaskPlace>of();
        TURNS.acquireUninterruptibly();
        try {
            return sources.read(sheet.source(), pages ->
                    png(MaskPress.covered(pages.picture(page - 1, DPI, MOST_PIXELS), masks).image()));
        } finally {
            TURNS.release();
        }
    }

    private static InputStream png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
