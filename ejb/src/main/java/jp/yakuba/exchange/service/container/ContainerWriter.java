package jp.yakuba.exchange.service.container;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.yakuba.kernel.Sha256;

/**
 * Writes a container from beginning to end and digests it meanwhile, each file and the whole. Files are not packed: what is large in letters is packed
 * already, and nobody has to ask whether little bytes hold too many.
 */
final class ContainerWriter implements Closeable {
    private static final int BUFFER = 128 * 1024;
    /** All files bear one time: a container says nothing of the machine that made it. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final MessageDigest whole = Sha256.begin();
    private final ZipOutputStream zip;
    private final Path target;

    ContainerWriter(Path target) throws IOException {
        this.target = target;
        var file = new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE), BUFFER);
        zip = new ZipOutputStream(new DigestOutputStream(file, whole), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
        writeType();
    }

    private void writeType() throws IOException {
        var type = ManifestXml.CONTAINER.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(type);
        var entry = entry(ContainerNames.MIMETYPE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
        zip.closeEntry();
    }

    void write(String name, byte[] content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Writes a file that must have so many bytes; returns its SHA-256. */
    String write(String name, InputStream content, long size) throws IOException {
        zip.putNextEntry(entry(name));
        var digest = Sha256.begin();
        long written = copy(content, new DigestOutputStream(zip, digest), size);
        if (written != size) {
            throw new IOException(name + " has another size than was said");
        }
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long copy(InputStream from, OutputStream to, long most) throws IOException {
        var buffer = new byte[BUFFER];
        long copied = 0;
        for (int read = from.read(buffer); read >= 0 && copied <= most; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }

    /** SHA-256 of the whole file; to be asked after it was closed. */
    String sha256() {
        return HexFormat.of().formatHex(whole.digest());
    }

    long size() throws IOException {
        return Files.size(target);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
