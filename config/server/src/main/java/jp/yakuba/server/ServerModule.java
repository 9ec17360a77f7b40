package jp.yakuba.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.yakuba.server.cardtrust.CardTrustFactory;
import jp.yakuba.server.cardtrust.CardTrustProvider;

/** The classes of ours that run inside WildFly itself, packed as the scripts want them. */
final class ServerModule {
    private static final long ALWAYS_THE_SAME = 0L;
    private static final List<String> CLASSES = List.of(CardTrustProvider.class.getName(),
            CardTrustFactory.class.getName(), "jp.yakuba.server.cardtrust.AnyCardTrust");

    private ServerModule() {}

    /** Writes the module's archive into the folder. */
    static Path writeInto(Path folder) throws IOException {
        return Files.write(folder.resolve("card-trust.jar"), bytes());
    }

    /** The archive; the same classes give the same bytes. */
    static byte[] bytes() {
        var packed = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(packed)) {
            for (var name : CLASSES) {
                var path = name.replace('.', '/') + ".class";
                var entry = new ZipEntry(path);
                entry.setTime(ALWAYS_THE_SAME);
                archive.putNextEntry(entry);
                try (var content = ServerModule.class.getResourceAsStream("/" + path)) {
                    content.transferTo(archive);
                }
                archive.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
