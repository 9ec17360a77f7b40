package jp.yakuba.document.service.masking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import jp.yakuba.document.model.masking.MaskPlace;
import jp.yakuba.document.service.PdfPages;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of a PDF that no mask covers, with that of forms and notes; what stands in pictures it does not know. */
final class ReadableText extends PDFTextStripper {
    private final IntFunction<List<MaskPlace>> masks;

    private ReadableText(IntFunction<List<MaskPlace>> masks, boolean byPlace) {
        this.masks = masks;
        setSortByPosition(byPlace);
    }

    /**
     * What can be read on each page, counted from 0: as it was written, the same in one piece, for lines and turned pages break words,
     * and in the order of its places.
     */
    static List<List<String>> of(PdfPages pages, IntFunction<List<MaskPlace>> masks) throws IOException {
        var written = new ReadableText(masks, false);
        var placed = new ReadableText(masks, true);
        var all = new ArrayList<List<String>>();
        for (int page = 1; page <= pages.count(); page++) {
            var text = written.read(pages, page);
            all.add(List.of(text, text.replaceAll("\\s", ""), placed.read(pages, page)));
        }
        return all;
    }

    private String read(PdfPages pages, int page) throws IOException {
        setStartPage(page);
        setEndPage(page);
        return getText(pages.pdf());
    }

    /** Forms and notes are drawn on the page, so they are read with it. */
    @Override
    protected void writePage() throws IOException {
        for (var one : getCurrentPage().getAnnotations()) {
            if (isShown(one)) {
                showAnnotation(one);
            }
        }
        super.writePage();
    }

    private static boolean isShown(PDAnnotation one) {
        return !one.isHidden() && !one.isNoView();
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        double x = text.getX() + text.getWidth() / 2;
        double y = text.getY() - text.getHeight() / 2;
        if (masks.apply(getCurrentPageNo()).stream().noneMatch(mask -> mask.covers(x, y))) {
            super.processTextPosition(text);
        }
    }
}
