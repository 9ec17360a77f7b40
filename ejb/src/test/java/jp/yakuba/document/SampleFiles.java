package jp.yakuba.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people send them, with text inside. */
public final class SampleFiles {
    private static final String FONT = "/jp/yakuba/kernel/font/400Regular/BIZUDGothic_400Regular.ttf";

    private SampleFiles() {}

    /** A PDF with a line of text for each of the given. */
    public static byte[] pdf(String... lines) throws IOException {
        try (var pdf = written(lines)) {
            return bytes(pdf::save);
        }
    }

    /** The same under a password that nobody told the office. */
    public static byte[] lockedPdf(String... lines) throws IOException {
        try (var pdf = written(lines)) {
            pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return bytes(pdf::save);
        }
    }

    private static PDDocument written(String... lines) throws IOException {
        var pdf = new PDDocument();
        var page = new PDPage();
        pdf.addPage(page);
        try (var font = SampleFiles.class.getResourceAsStream(FONT); var content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(PDType0Font.load(pdf, font), 12);
            content.setLeading(20);
            content.newLineAtOffset(50, 700);
            for (var line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
        return pdf;
    }

    /** A PDF without text, as a scanner makes it. */
    public static byte[] scan() throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            return bytes(pdf::save);
        }
    }

    /** A text document of an Office program. */
    public static byte[] docx(String... paragraphs) throws IOException {
        try (var document = new XWPFDocument()) {
            for (var words : paragraphs) {
                document.createParagraph().createRun().setText(words);
            }
            return bytes(document::write);
        }
    }

    /** A spreadsheet with the words in one row. */
    public static byte[] xlsx(String... cells) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var row = book.createSheet("一覧").createRow(0);
            for (int cell = 0; cell < cells.length; cell++) {
                row.createCell(cell).setCellValue(cells[cell]);
            }
            return bytes(book::write);
        }
    }

    /** Slides with the words on the first. */
    public static byte[] pptx(String words) throws IOException {
        try (var show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText(words);
            return bytes(show::write);
        }
    }

    /** A text document in the open format. */
    public static byte[] odt(String words) throws IOException {
        return zip(Map.of("content.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                <text:p>%s</text:p></office:text></office:body></office:document-content>
                """.formatted(words).strip()));
    }

    /** An archive with these entries. */
    public static byte[] zip(Map<String, String> entries) throws IOException {
        return bytes(out -> {
            var zip = new ZipOutputStream(out);
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }
}
