package jp.yakuba.application.model.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import com.openhtmltopdf.util.XRLog;

/** Presses a sheet of XHTML into a tagged PDF (PDF/UA) on A4, with BIZ UDGothic embedded. */
public final class Press {
    private static final String FONT = "BIZ UDGothic";
    private static final String REGULAR = "400Regular/BIZUDGothic_400Regular.ttf";
    private static final String BOLD = "700Bold/BIZUDGothic_700Bold.ttf";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private Press() {}

    /** Writes the sheet; the stream stays open. */
    public static void print(String xhtml, OutputStream out) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.withProducer("Yakuba");
        builder.useFont(() -> font(REGULAR), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font(BOLD), FONT, 700, FontStyle.NORMAL, true);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The regular font file, for whoever has to know which characters it draws. */
    static InputStream regularFont() {
        return font(REGULAR);
    }

    private static InputStream font(String file) {
        return Press.class.getResourceAsStream("/jp/yakuba/application/font/" + file);
    }
}
