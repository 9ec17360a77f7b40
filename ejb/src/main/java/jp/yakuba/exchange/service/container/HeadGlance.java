package jp.yakuba.exchange.service.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import jp.yakuba.exchange.api.LetterHead;

/**
 * A glance at the head of a container that was refused: nothing is checked, so nothing of it is proven. Of the file no more need be there than its end,
 * where the directory is and the head lies before it; whatever cannot be read so is not read.
 */
public final class HeadGlance {
    private HeadGlance() {}

    /** What the head says; empty if there is none that can be read. */
    public static Optional<LetterHead> at(Path container) {
        try (var zip = new ZipFile(container.toFile())) {
            var entry = zip.getEntry(ContainerNames.HEAD);
            if (entry == null) {
                return Optional.empty();
            }
            try (var in = zip.getInputStream(entry)) {
                var head = in.readNBytes(HeadXml.LARGEST + 1);
                return head.length > HeadXml.LARGEST ? Optional.empty() : Optional.of(HeadXml.read(head));
            }
        } catch (IOException | ContainerRefused | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
