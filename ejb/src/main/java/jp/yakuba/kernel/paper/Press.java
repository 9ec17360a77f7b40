package jp.yakuba.kernel.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import jp.yakuba.kernel.glyph.FontFile;
import jp.yakuba.kernel.glyph.HouseFonts;

/** Presses a sheet of XHTML into a tagged PDF (PDF/UA) on A4, with BIZ UDGothic and the shapes of rare names embedded. */
public final class Press {
    private static final String FONT = "BIZ UDGothic";
    private static final int PLAIN = 400;
    private static final int BOLD = 700;
    /** Each sheet reads the fonts whole, some twenty megabytes for its time: two hundred at once would fill a server's memory. */
    private static final Semaphore AT_ONCE = new Semaphore(4, true);

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private final PdfRendererBuilder builder = new PdfRendererBuilder();
    private final TextLayer text = new TextLayer();

    private Press(String xhtml, OutputStream out) {
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.withProducer("Yakuba");
        builder.useFont(HouseFonts::plainFile, FONT, PLAIN, FontStyle.NORMAL, true);
        builder.useFont(HouseFonts::boldFile, FONT, BOLD, FontStyle.NORMAL, true);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
    }

    /** Writes the sheet once it is whole, so that no slow reader holds the press; the stream stays open. */
    public static void print(String xhtml, RareShapes rare, OutputStream out) {
        var sheet = new ByteArrayOutputStream();
        AT_ONCE.acquireUninterruptibly();
        try {
            press(xhtml, rare, sheet);
        } finally {
            AT_ONCE.release();
        }
        try {
            sheet.writeTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void press(String xhtml, RareShapes rare, OutputStream out) {
        var press = new Press(xhtml, out);
        if (!rare.isEmpty()) {
            press.use(rare, RareShapes.PLAIN, PLAIN, HouseFonts.plain());
            press.use(rare, RareShapes.PLAIN, BOLD, HouseFonts.bold());
            HouseFonts.ofNames().ifPresent(names -> press.use(rare, RareShapes.NAMES, PLAIN, names));
        }
        press.run();
    }

    private void use(RareShapes rare, String family, int weight, FontFile source) {
        var cut = rare.cut(family, source);
        if (!cut.told().isEmpty()) {
            builder.useFont(() -> new ByteArrayInputStream(cut.file()), family, weight, FontStyle.NORMAL, false);
            text.tells(family, cut.told());
        }
    }

    private void run() {
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.setListener(text);
            renderer.createPDF();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
