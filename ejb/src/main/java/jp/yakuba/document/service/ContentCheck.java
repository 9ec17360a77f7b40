package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.DISGUISED;
import static jp.yakuba.document.api.DocumentProblem.TYPE_NOT_TAKEN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Set;
import jp.yakuba.kernel.RuleViolation;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is by its content, and refuses what the office does not take or what pretends to be something else. */
final class ContentCheck {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final MediaType ZIP = MediaType.application("zip");
    private static final Set<String> TAKEN = Set.of(
            "application/pdf", "image/jpeg", "image/png", "image/gif", "image/tiff", "image/webp", "image/heic",
            "image/heif", "image/bmp", "text/plain", "text/csv",
            OFFICE + "wordprocessingml.document", OFFICE + "spreadsheetml.sheet", OFFICE + "presentationml.presentation",
            ODF + "text", ODF + "spreadsheet", ODF + "presentation");
    private static final int SAMPLE = 64 * 1024;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** The media type of the content. */
    String typeOf(SpooledFile file, String name) throws IOException {
        return typeOf(file, name, Set.of());
    }

    /** The media type of the content; types beside the usual ones are taken where they are named. */
    String typeOf(SpooledFile file, String name, Set<String> besides) throws IOException {
        var byContent = byContent(file);
        var byName = byName(name);
        if (!byName.equals(MediaType.OCTET_STREAM) && !related(byContent, byName)) {
            boolean wanted = TAKEN.contains(byName.toString()) || besides.contains(byName.toString());
            throw new RuleViolation(wanted ? DISGUISED : TYPE_NOT_TAKEN, name);
        }
        if (is(byContent, ZIP)) {
            byContent = insideZip(file, byContent, byName, name);
        } else if (byContent.equals(MediaType.TEXT_PLAIN) && is(byName, MediaType.TEXT_PLAIN)) {
            byContent = byName;
        }
        var type = byContent.getBaseType().toString();
        if (!TAKEN.contains(type) && !besides.contains(type)) {
            throw new RuleViolation(TYPE_NOT_TAKEN, type);
        }
        return type;
    }

    private MediaType insideZip(SpooledFile file, MediaType byContent, MediaType byName, String name) throws IOException {
        var entries = ArchiveCheck.entriesOf(file.read(), file.size());
        boolean namedOffice = byName.toString().startsWith(OFFICE);
        if (namedOffice && !entries.contains("[Content_Types].xml")) {
            throw new RuleViolation(DISGUISED, name);
        }
        return namedOffice ? byName : byContent;
    }

    private MediaType byContent(SpooledFile file) throws IOException {
        try (var bytes = file.read()) {
            var found = types.detect(bytes, new Metadata());
            return found.equals(MediaType.OCTET_STREAM) && isJapaneseText(file) ? MediaType.TEXT_PLAIN : found;
        }
    }

    private MediaType byName(String name) throws IOException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return types.detect(null, metadata).getBaseType();
    }

    private boolean related(MediaType one, MediaType other) {
        return is(one, other) || is(other, one);
    }

    private boolean is(MediaType special, MediaType general) {
        var registry = types.getMediaTypeRegistry();
        return special.equals(general)
                || !general.equals(MediaType.OCTET_STREAM) && registry.isInstanceOf(special, general);
    }

    private static boolean isJapaneseText(SpooledFile file) throws IOException {
        byte[] sample;
        try (var bytes = file.read()) {
            sample = bytes.readNBytes(SAMPLE);
        }
        for (byte one : sample) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return false;
            }
        }
        var reader = Charset.forName("windows-31j").newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = reader.decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length + 1), sample.length < SAMPLE);
        return !result.isError();
    }
}
