package jp.yakuba.document.service.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipInputStream;
import jp.yakuba.document.service.receipt.OpenedMail;
import jp.yakuba.kernel.RuleViolation;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads the text inside a file on local disk: PDF, Office files, OpenDocument, text and mails. What lies inside a file as a file of its
 * own is not opened; pictures of text are not read.
 */
final class TextReader {
    /** Larger files stay unread. */
    static final long LARGEST_BYTES = 50L * 1024 * 1024;

    private static final long LARGEST_UNPACKED = 64L * 1024 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final long PDF_MEMORY = 32L * 1024 * 1024;
    private static final String PDF = "application/pdf";
    private static final String MAIL = "message/rfc822";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN = "application/vnd.oasis.opendocument.";
    private static final Set<String> TEXT = Set.of("text/plain", "text/csv");
    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private TextReader() {}

    /** What came of it; the name is the end of the message key {@code document.text.<name>}. */
    enum State {
        READ,
        /** The text is longer than what is kept. */
        CUT,
        /** There is none: a picture, a scan. */
        NONE,
        ENCRYPTED,
        BROKEN,
        TOO_LARGE,
        TOO_SLOW
    }

    /**
     * The text of a file.
     *
     * @param text null unless it was read
     */
    record Read(State state, String text) {
        static Read without(State state) {
            return new Read(state, null);
        }

        private static Read of(PlainText text) {
            var words = text.toString();
            return words.isBlank() ? without(State.NONE) : new Read(text.isFull() ? State.CUT : State.READ, words);
        }
    }

    /** True if files of this type can hold text that is read. */
    static boolean takes(String mediaType) {
        return mediaType.equals(PDF) || mediaType.equals(MAIL) || isPlain(mediaType) || isPacked(mediaType);
    }

    /** True if the type is text and nothing else. */
    static boolean isPlain(String mediaType) {
        return TEXT.contains(mediaType);
    }

    private static boolean isPacked(String mediaType) {
        return mediaType.startsWith(OFFICE) || mediaType.startsWith(OPEN);
    }

    /** Reads the file. */
    static Read read(Path path, String mediaType) throws IOException {
        var text = new PlainText();
        try {
            if (mediaType.equals(MAIL)) {
                var mail = OpenedMail.of(path).view();
                text.add(mail.subject() + "\n" + mail.from() + "\n" + mail.text());
            } else if (isPlain(mediaType)) {
                text.add(decoded(path));
            } else if (isPacked(mediaType) && unpacked(path) > LARGEST_UNPACKED) {
                return Read.without(State.TOO_LARGE);
            } else {
                parse(path, mediaType, text);
            }
            return Read.of(text);
        } catch (EncryptedDocumentException locked) {
            return Read.without(State.ENCRYPTED);
        } catch (TikaException | SAXException | RuleViolation broken) {
            return text.isFull() ? Read.of(text) : Read.without(State.BROKEN);
        } catch (IOException | RuntimeException broken) {
            return Read.without(State.BROKEN); // a program that reads strange bytes may fail in many ways
        }
    }

    private static void parse(Path path, String mediaType, PlainText text) throws IOException, TikaException, SAXException {
        var context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new Nothing());
        context.set(OfficeParserConfig.class, office());
        context.set(PDFParserConfig.class, pdf());
        var metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, mediaType);
        try (var in = TikaInputStream.get(path)) {
            parser(mediaType).parse(in, new BodyContentHandler(text), metadata, context);
        }
    }

    private static Parser parser(String mediaType) {
        return mediaType.equals(PDF) ? new PDFParser() : mediaType.startsWith(OFFICE) ? new OOXMLParser() : new OpenDocumentParser();
    }

    private static OfficeParserConfig office() {
        var config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true); // as a stream, not as a tree in memory
        config.setUseSAXPptxExtractor(true);
        config.setIncludeDeletedContent(false);
        return config;
    }

    private static PDFParserConfig pdf() {
        var config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setMaxMainMemoryBytes(PDF_MEMORY);
        return config;
    }

    /** How large the contents are in truth: what an archive says of itself may be untrue. */
    private static long unpacked(Path path) throws IOException {
        long size = 0;
        try (var zip = new ZipInputStream(Files.newInputStream(path))) {
            var piece = new byte[PIECE];
            while (size <= LARGEST_UNPACKED && zip.getNextEntry() != null) {
                for (int got = zip.read(piece); got >= 0 && size <= LARGEST_UNPACKED; got = zip.read(piece)) {
                    size += got;
                }
            }
        }
        return size;
    }

    /** UTF-8 if it is, else Shift_JIS as the town's programs write it; only so much as is kept. */
    private static String decoded(Path path) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(path)) {
            bytes = in.readNBytes(PlainText.MOST * 4);
        }
        try {
            boolean whole = bytes.length < PlainText.MOST * 4;
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var text = CharBuffer.allocate(bytes.length + 1);
            if (decoder.decode(ByteBuffer.wrap(bytes), text, whole).isError()) {
                throw new CharacterCodingException();
            }
            return text.flip().toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, JAPANESE);
        }
    }

    /** Opens nothing that lies inside a file. */
    private static final class Nothing implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // it is a file of its own, and if somebody needs it found it is entered as one
        }
    }
}
