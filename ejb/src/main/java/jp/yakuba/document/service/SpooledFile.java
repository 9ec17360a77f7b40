package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.FILE_EMPTY;
import static jp.yakuba.document.api.DocumentProblem.FILE_TOO_LARGE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;

/** What is being handed in, on local disk until it has been looked at; gone when closed. */
final class SpooledFile implements AutoCloseable {
    private static final int PIECE = 64 * 1024;
    private static final long MEGABYTE = 1024L * 1024L;

    private final Path path;
    private final long size;
    private final String sha256;

    private SpooledFile(Path path, long size, String sha256) {
        this.path = path;
        this.size = size;
        this.sha256 = sha256;
    }

    /** Streams the content to disk and its hash along the way; refuses as soon as the limit is passed. */
    static SpooledFile of(InputStream content, long limitBytes) throws IOException {
        var path = Files.createTempFile("yakuba-file-", ".part");
        try {
            return fill(path, content, limitBytes);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    private static SpooledFile fill(Path path, InputStream content, long limitBytes) throws IOException {
        var digest = Sha256.begin();
        long size = 0;
        try (var out = Files.newOutputStream(path)) {
            var piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                size += read;
                if (size > limitBytes) {
                    throw new RuleViolation(FILE_TOO_LARGE, limitBytes / MEGABYTE);
                }
                digest.update(piece, 0, read);
                out.write(piece, 0, read);
            }
        }
        if (size == 0) {
            throw new RuleViolation(FILE_EMPTY);
        }
        return new SpooledFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    InputStream read() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), PIECE);
    }

    /** Where it lies until closed. */
    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
