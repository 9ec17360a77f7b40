package jp.yakuba.exchange.service.container;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.SignedFile;

/** What the office's signature covers: the head and every part. */
final class SignedFiles {
    private SignedFiles() {}

    static List<SignedFile> of(byte[] head, List<LetterPart> parts, Function<LetterPart, SignedFile.Opener> openers) {
        var files = new ArrayList<SignedFile>();
        files.add(new SignedFile(ContainerNames.HEAD, ManifestXml.XML, Sha256.hex(head), () -> new ByteArrayInputStream(head)));
        parts.forEach(part -> files.add(new SignedFile(part.path(), part.mediaType(), part.sha256(), openers.apply(part))));
        return List.copyOf(files);
    }
}
