package jp.yakuba.kernel.paper;

import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What a reader hears and copies where the paper shows a rare shape: the sequence itself, not the private character by which the
 * shape was drawn. Written into the document just before it is saved.
 */
final class TextLayer implements PDFCreationListener {
    /** So many lines may stand in one list of a character map. */
    private static final int LONGEST_LIST = 100;
    private static final String HEAD = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;
    private static final String FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

    private final Map<String, Map<Integer, String>> told = new HashMap<>();

    /** From now on the shapes of the family say this. */
    void tells(String family, Map<Integer, String> shapes) {
        told.put(family.replace(" ", ""), shapes);
    }

    @Override
    public void preOpen(PdfBoxRenderer renderer) {
        // nothing is drawn yet
    }

    @Override
    public void preWrite(PdfBoxRenderer renderer, int pages) {
        // the fonts are not in yet
    }

    @Override
    public void onClose(PdfBoxRenderer renderer) {
        if (!told.isEmpty()) {
            write(renderer.getPdfDocument());
        }
    }

    private void write(PDDocument document) {
        for (var page : document.getPages()) {
            var fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            for (var name : fonts == null ? Set.<COSName>of() : fonts.keySet()) {
                var font = fonts.getCOSDictionary(name);
                var shapes = told.get(nameOf(font));
                if (shapes != null) {
                    font.setItem(COSName.TO_UNICODE, map(document, shapes));
                }
            }
        }
    }

    /** Without the mark that a writer puts before the name of a font of which it embeds a part. */
    private static String nameOf(COSDictionary font) {
        var name = font.getNameAsString(COSName.BASE_FONT);
        return name == null ? "" : name.substring(name.indexOf('+') + 1);
    }

    private static COSStream map(PDDocument document, Map<Integer, String> shapes) {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write((HEAD + lists(shapes) + FOOT).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return stream;
    }

    private static String lists(Map<Integer, String> shapes) {
        var lists = new StringBuilder();
        var lines = shapes.entrySet().stream()
                .map(shape -> String.format(Locale.ROOT, "<%04X> <%s>\n", shape.getKey(), HexFormat.of().withUpperCase()
                        .formatHex(shape.getValue().getBytes(StandardCharsets.UTF_16BE)))).toList();
        for (int from = 0; from < lines.size(); from += LONGEST_LIST) {
            var list = lines.subList(from, Math.min(lines.size(), from + LONGEST_LIST));
            lists.append(list.size()).append(" beginbfchar\n").append(String.join("", list)).append("endbfchar\n");
        }
        return lists.toString();
    }
}
