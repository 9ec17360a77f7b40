package jp.yakuba.document.service.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import jp.yakuba.document.SampleFiles;
import jp.yakuba.document.model.masking.MaskPlace;
import jp.yakuba.document.service.PdfPages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("墨消しした写し")
class MaskPressTest {
    private static final String SECRET = "Hanako Yamada";
    private static final String OPEN = "Contract of 2026";
    private static final int DPI = 200;
    private static final double SCALE = DPI / 72.0;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("隠した言葉は、抜き出した文字にも、流れのバイトにも、付けた物にも残らない。隠していない言葉は見える")
    void nothingLiesBeneath() throws Exception {
        // the words stand 100 points below the upper edge, on a page of 842 points
        var copy = press(rich(), page -> List.of(place(1, 40, 80, 300, 30)));

        try (var pdf = Loader.loadPDF(copy.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).isBlank();
            assertThat(pdf.getDocument().getTrailer().containsKey(COSName.INFO)).isFalse();
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMetadata()).isNull();
            assertThat(catalog.getNames()).isNull();
            assertThat(catalog.getAcroForm(null)).isNull();
            assertThat(catalog.getDocumentOutline()).isNull();
            assertThat(pdf.getPage(0).getAnnotations()).isEmpty();
            assertThat(pdf.getPage(0).getMetadata()).isNull();
            assertThat(streams(pdf)).isNotEmpty().allSatisfy(bytes -> assertThat(says(bytes)).isFalse());

            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
            assertThat(colours(picture, pixels(40, 80, 300, 30))).containsExactly(Color.BLACK.getRGB());
            assertThat(colours(picture, pixels(40, 180, 300, 30)).size()).as("the line that is disclosed is there").isGreaterThan(1);
        }
        assertThat(says(Files.readAllBytes(copy))).isFalse();
        var metadata = new Metadata();
        var text = new BodyContentHandler(-1);
        try (var in = Files.newInputStream(copy)) {
            new AutoDetectParser().parse(in, text, metadata);
        }
        assertThat(text.toString()).isBlank();
        assertThat(metadata.toString()).doesNotContain("Yamada");
    }

    @Test
    @DisplayName("上の試験は、写しでないもの（元の文書）では失敗する")
    void theProofFindsWhatIsLeft() throws Exception {
        try (var pdf = Loader.loadPDF(rich().toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(SECRET);
            assertThat(streams(pdf)).anySatisfy(bytes -> assertThat(says(bytes)).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    @DisplayName("回したページ、切り抜いたページでも、見えるとおりの所を隠す")
    void masksLieWhereThePageShowsThem(int rotation) throws Exception {
        var source = folder.resolve("turned.pdf");
        // visible is the part from (100, 200) with 300 x 400 points; a red square of 50 points stands at (150, 300) in it
        try (var pdf = new PDDocument()) {
            var page = new PDPage(new PDRectangle(-20, -30, 700, 900));
            page.setCropBox(new PDRectangle(100, 200, 300, 400));
            page.setRotation(rotation);
            pdf.addPage(page);
            try (var pen = new PDPageContentStream(pdf, page)) {
                pen.setNonStrokingColor(Color.RED);
                pen.addRect(150, 300, 50, 50);
                pen.fill();
                pen.setNonStrokingColor(Color.BLUE);
                pen.addRect(205, 300, 50, 50);
                pen.fill();
            }
            pdf.save(source.toFile());
        }
        // from the upper left of the page as it is shown
        var red = switch (rotation) {
            case 0 -> place(1, 50, 400 - 100 - 50, 50, 50);
            case 90 -> place(1, 100, 50, 50, 50);
            case 180 -> place(1, 300 - 50 - 50, 100, 50, 50);
            default -> place(1, 400 - 100 - 50, 300 - 50 - 50, 50, 50);
        };

        var copy = press(source, page -> List.of(red));

        try (var pdf = Loader.loadPDF(copy.toFile())) {
            var box = pdf.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isEqualTo(rotation % 180 == 0 ? 300 : 400);
            assertThat(box.getHeight()).isEqualTo(rotation % 180 == 0 ? 400 : 300);
            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
            assertThat(count(picture, colour -> colour.getRed() > 200 && colour.getBlue() < 60)).isZero();
            assertThat(count(picture, colour -> colour.getBlue() > 200 && colour.getRed() < 60)).isGreaterThan(15_000);
        }
    }

    @Test
    @DisplayName("ページの外にはみ出す枠は、かかる所だけを隠す")
    void aMaskMayStandOutOverTheEdge() throws Exception {
        var copy = press(rich(), page -> List.of(place(1, -50, -50, 100, 100), place(1, 560, 800, 500, 500)));

        try (var pdf = Loader.loadPDF(copy.toFile())) {
            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
            assertThat(colours(picture, pixels(0, 0, 50, 50))).containsExactly(Color.BLACK.getRGB());
            var corner = new Rectangle((int) Math.ceil(560 * SCALE), (int) Math.ceil(800 * SCALE), 1000, 1000)
                    .intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
            assertThat(colours(picture, corner)).containsExactly(Color.BLACK.getRGB());
            assertThat(colours(picture, pixels(100, 600, 100, 100))).containsExactly(Color.WHITE.getRGB());
        }
    }

    @Test
    @DisplayName("写真でも、隠した所は一色で、画像そのものにも残らない")
    void aPhotographIsPackedAfterItWasPaintedOver() throws Exception {
        var photo = new BufferedImage(800, 800, BufferedImage.TYPE_INT_RGB);
        var chance = new Random(7);
        for (int x = 0; x < 800; x++) {
            for (int y = 0; y < 800; y++) {
                photo.setRGB(x, y, chance.nextInt(0x1000000));
            }
        }
        var source = folder.resolve("photo.pdf");
        try (var pdf = new PDDocument()) {
            var page = new PDPage(new PDRectangle(288, 288));
            pdf.addPage(page);
            try (var pen = new PDPageContentStream(pdf, page)) {
                pen.drawImage(LosslessFactory.createFromImage(pdf, photo), 0, 0, 288, 288);
            }
            pdf.save(source.toFile());
        }

        var copy = press(source, page -> List.of(place(1, 72, 72, 144, 72)));

        try (var pdf = Loader.loadPDF(copy.toFile())) {
            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
            assertThat(colours(picture, pixels(72, 72, 144, 72))).containsExactly(Color.BLACK.getRGB());
            var resources = pdf.getPage(0).getResources();
            var packed = ((PDImageXObject) resources.getXObject(resources.getXObjectNames().iterator().next()));
            assertThat(packed.getSuffix()).isEqualTo("jpg");
            var inside = pixels(72, 72, 144, 72);
            inside.grow(-16, -16); // a packed block of 16 pixels at the edge shares what lies beside the mask, never beneath it
            assertThat(colours(packed.getImage(), inside)).as("black alone").allSatisfy(rgb -> assertThat(new Color(rgb).getRed()).isLessThan(8));
        }
    }

    @Test
    @DisplayName("とても大きなページは、記憶に入る細かさで描く")
    void aHugePageIsDrawnLessFine() throws Exception {
        var source = folder.resolve("huge.pdf");
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage(new PDRectangle(14_000, 14_000)));
            pdf.addPage(new PDPage(new PDRectangle(3, 14_000)));
            pdf.save(source.toFile());
        }
        try (var pages = PdfPages.open(source)) {
            var picture = pages.picture(0, DPI, 1_000_000);
            assertThat((long) picture.image().getWidth() * picture.image().getHeight()).isBetween(900_000L, 1_000_000L);
            assertThat(place(1, 7000, 0, 7000, 14_000).onPicture(picture.scale(), picture.image().getWidth(), picture.image().getHeight()).width)
                    .isBetween(picture.image().getWidth() / 2 - 1, picture.image().getWidth() / 2 + 2);
            assertThat(pages.picture(1, DPI, 1_000_000).image().getWidth()).isPositive();
        }
    }

    @Test
    @DisplayName("鍵のかかったもの、壊れたもの、字の形が入っていないものは、訳を言う")
    void whatCannotBeDrawnSaysWhy() throws Exception {
        var locked = Files.write(folder.resolve("locked.pdf"), SampleFiles.lockedPdf(SECRET));
        var whole = SampleFiles.pdf("一行");
        var broken = Files.write(folder.resolve("broken.pdf"), Arrays.copyOf(whole, 300));
        var foreign = folder.resolve("foreign.pdf");
        try (var pdf = Loader.loadPDF(SampleFiles.pdf("x"))) {
            var resources = pdf.getPage(0).getResources();
            var font = (PDType0Font) resources.getFont(resources.getFontNames().iterator().next());
            font.getDescendantFont().getFontDescriptor().getCOSObject().removeItem(COSName.FONT_FILE2);
            pdf.save(foreign.toFile());
        }

        assertObstacle(locked, PdfPages.Obstacle.ENCRYPTED);
        assertObstacle(broken, PdfPages.Obstacle.BROKEN);
        assertObstacle(foreign, PdfPages.Obstacle.FONTS_MISSING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90})
    @DisplayName("隠していない文字だけを読む。書式の欄も読む")
    void whatNoMaskCoversCanBeRead(int rotation) throws Exception {
        var source = folder.resolve("form.pdf");
        try (var pdf = Loader.loadPDF(rich().toFile())) {
            pdf.getPage(0).setRotation(rotation);
            pdf.save(source.toFile());
        }
        // the line of the secret, as the page shows it; turned by 90 degrees the upper edge is on the right
        var secret = rotation == 0 ? place(1, 40, 80, 300, 30) : place(1, 842 - 110, 40, 30, 300);
        try (var pages = PdfPages.open(source)) {
            assertThat(ReadableText.of(pages, page -> List.of()).get(0)).allSatisfy(text -> assertThat(text.replaceAll("\\s", ""))
                    .contains("HanakoYamada", "Contractof2026", "Field"));
            assertThat(ReadableText.of(pages, page -> List.of(secret)).get(0))
                    .allSatisfy(text -> assertThat(text.replaceAll("\\s", "")).contains("Contractof2026", "Field").doesNotContain("Hanako", "Yamada"));
        }
    }

    /** A page of A4 with two lines, a field, a note, an attachment, and a title that tells the secret too. */
    private Path rich() throws IOException {
        var path = folder.resolve("rich.pdf");
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            write(pdf, page, font, 842 - 100, SECRET);
            write(pdf, page, font, 842 - 200, OPEN);
            pdf.getDocumentInformation().setTitle(SECRET);
            var note = new PDAnnotationText();
            note.setContents(SECRET);
            note.setRectangle(new PDRectangle(500, 700, 20, 20));
            page.getAnnotations().add(note);
            attach(pdf);
            var form = new PDAcroForm(pdf);
            pdf.getDocumentCatalog().setAcroForm(form);
            form.setDefaultResources(new PDResources());
            form.getDefaultResources().put(COSName.getPDFName("Helv"), font);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            var field = new PDTextField(form);
            field.setPartialName("field");
            form.getFields().add(field);
            var widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(50, 400, 200, 20));
            widget.setPage(page);
            page.getAnnotations().add(widget);
            field.setValue("Field");
            pdf.save(path.toFile());
        }
        return path;
    }

    private static void write(PDDocument pdf, PDPage page, PDType1Font font, float height, String words) throws IOException {
        try (var pen = new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
            pen.beginText();
            pen.setFont(font, 14);
            pen.newLineAtOffset(50, height);
            pen.showText(words);
            pen.endText();
        }
    }

    private static void attach(PDDocument pdf) throws IOException {
        var file = new PDComplexFileSpecification();
        file.setFile("secret.txt");
        var bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        var embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes));
        embedded.setSize(bytes.length);
        embedded.setCreationDate(Calendar.getInstance());
        file.setEmbeddedFile(embedded);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("secret", file));
        var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
    }

    private Path press(Path source, IntFunction<List<MaskPlace>> masks) throws IOException {
        var target = folder.resolve("copy.pdf");
        try (var pages = PdfPages.open(source)) {
            MaskPress.press(pages, masks, target);
        }
        return target;
    }

    private static MaskPlace place(int page, double left, double top, double width, double height) {
        return new MaskPlace(page, left, top, width, height);
    }

    private static Rectangle pixels(double left, double top, double width, double height) {
        int x = (int) Math.ceil(left * SCALE);
        int y = (int) Math.ceil(top * SCALE);
        return new Rectangle(x, y, (int) Math.floor((left + width) * SCALE) - x, (int) Math.floor((top + height) * SCALE) - y);
    }

    private static List<Integer> colours(BufferedImage picture, Rectangle place) {
        assertThat(place.isEmpty()).isFalse();
        return Arrays.stream(picture.getRGB(place.x, place.y, place.width, place.height, null, 0, place.width)).distinct().boxed().toList();
    }

    private static long count(BufferedImage picture, Predicate<Color> wanted) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .filter(rgb -> wanted.test(new Color(rgb))).count();
    }

    private static List<byte[]> streams(PDDocument pdf) {
        return pdf.getDocument().getXrefTable().keySet().stream().map(key -> pdf.getDocument().getObjectFromPool(key).getObject())
                .filter(COSStream.class::isInstance).map(stream -> decoded((COSStream) stream)).toList();
    }

    private static byte[] decoded(COSStream stream) {
        try (var bytes = stream.createInputStream()) {
            return bytes.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean says(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE).stream()
                .anyMatch(charset -> text.contains(as(charset)));
    }

    private static String as(Charset charset) {
        return new String("Yamada".getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static void assertObstacle(Path source, PdfPages.Obstacle obstacle) {
        assertThatThrownBy(() -> PdfPages.open(source).close()).isInstanceOfSatisfying(PdfPages.NotPossible.class,
                refusal -> assertThat(refusal.obstacle()).isEqualTo(obstacle));
    }
}
