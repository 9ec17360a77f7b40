package jp.yakuba.document.service.masking;

import static jp.yakuba.document.api.DocumentProblem.CONVERSION_FAILED;
import static jp.yakuba.document.api.DocumentProblem.MASKING_BROKEN_FILE;
import static jp.yakuba.document.api.DocumentProblem.MASKING_FONTS_MISSING;
import static jp.yakuba.document.api.DocumentProblem.MASKING_LOCKED_FILE;
import static jp.yakuba.document.api.DocumentProblem.MASKING_LONG_FILE;
import static jp.yakuba.document.api.DocumentProblem.NO_PAGES_TO_MASK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.gateway.OfficeConverter;
import jp.yakuba.document.model.masking.MaskSheet;
import jp.yakuba.document.model.masking.PageSize;
import jp.yakuba.document.service.FileIntake;
import jp.yakuba.document.service.KeptFiles;
import jp.yakuba.document.service.PdfPages;
import jp.yakuba.document.service.PdfPages.NotPossible;
import jp.yakuba.document.store.masking.MaskStore.MaskedFile;
import jp.yakuba.kernel.RuleViolation;

/** Finds the PDF whose pages show a file: the file itself, the PDF/A beside a picture, or the PDF view of an Office file. */
@ApplicationScoped
public class MaskSources {
    private static final String PDF = "application/pdf";
    private static final String OFFICE = ".*(officedocument|opendocument|msword|ms-excel|ms-powerpoint).*";

    @Inject
    private KeptFiles files;

    @Inject
    private FileIntake intake;

    @Inject
    private OfficeConverter converter;

    /** What is done with open pages. */
    @FunctionalInterface
    interface Reading<T> {
        T of(PdfPages pages) throws IOException;
    }

    /** True if there is, or could be, a PDF that shows the file. */
    boolean shows(MaskedFile file) {
        return PDF.equals(file.mediaType()) || file.rendition() != null || converter.isOn() && file.mediaType().matches(OFFICE);
    }

    /** What masks over the file lie on; refused with what is in the way. */
    MaskSheet.Ground ground(UUID recordId, MaskedFile file) {
        if (!shows(file)) {
            throw new RuleViolation(NO_PAGES_TO_MASK);
        }
        var source = PDF.equals(file.mediaType()) ? file.sha256() : file.rendition() != null ? file.rendition() : converted(file);
        var sizes = read(source, pages -> IntStream.range(0, pages.count()).mapToObj(pages::size)
                .map(box -> new PageSize(box.getWidth(), box.getHeight())).toList());
        return new MaskSheet.Ground(recordId, file.sha256(), source, sizes);
    }

    /** Another conversion might look other than this one: the view on which masks lie is kept. */
    private String converted(MaskedFile file) {
        try {
            var pdf = Files.createTempFile("yakuba-view-", ".pdf");
            try (var office = files.open(file.sha256())) {
                try (var out = Files.newOutputStream(pdf)) {
                    converter.toPdf(office, endingOf(file.name()), out);
                }
                try (var bytes = Files.newInputStream(pdf)) {
                    return intake.keep(bytes, "view.pdf", ReceiptDesk.LARGEST_BYTES).sha256();
                }
            } finally {
                Files.deleteIfExists(pdf);
            }
        } catch (IOException failed) {
            throw new RuleViolation(CONVERSION_FAILED);
        }
    }

    private static String endingOf(String name) {
        return name == null || name.indexOf('.') < 0 ? "doc" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Opens the pages of a kept PDF on local disk for as long as they are read; refused with what is in the way. */
    <T> T read(String source, Reading<T> reading) {
        try {
            return open(source, reading);
        } catch (NotPossible obstacle) {
            throw new RuleViolation(problemOf(obstacle.obstacle()), PdfPages.MOST);
        } catch (IOException lost) {
            throw new UncheckedIOException("The pages of " + source + " could not be read", lost);
        }
    }

    /** The same for whoever tells an obstacle in another way. */
    <T> T open(String source, Reading<T> reading) throws IOException {
        var path = Files.createTempFile("yakuba-pages-", ".pdf");
        try {
            files.copy(source, path);
            try (var pages = PdfPages.open(path)) {
                return read(pages, reading);
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** A page that cannot be drawn is found when it is. */
    private static <T> T read(PdfPages pages, Reading<T> reading) throws NotPossible {
        try {
            return reading.of(pages);
        } catch (IOException | RuntimeException broken) {
            throw PdfPages.notPossible(broken);
        }
    }

    private static DocumentProblem problemOf(PdfPages.Obstacle obstacle) {
        return switch (obstacle) {
            case ENCRYPTED -> MASKING_LOCKED_FILE;
            case TOO_LONG -> MASKING_LONG_FILE;
            case FONTS_MISSING -> MASKING_FONTS_MISSING;
            default -> MASKING_BROKEN_FILE;
        };
    }
}
