package jp.yakuba.document.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.store.FileBatchStore;

/** A file that was looked at and may be taken in; on local disk until it is closed. */
public final class CheckedFile implements FileBatchStore.Source, AutoCloseable {
    private final StoredFile file;
    private final boolean scanned;
    private final SpooledFile spooled;

    CheckedFile(StoredFile file, boolean scanned, SpooledFile spooled) {
        this.file = file;
        this.scanned = scanned;
        this.spooled = spooled;
    }

    @Override
    public StoredFile file() {
        return file;
    }

    @Override
    public boolean isScanned() {
        return scanned;
    }

    @Override
    public InputStream read() throws IOException {
        return spooled.read();
    }

    /** Where it lies. */
    public Path path() {
        return spooled.path();
    }

    @Override
    public void close() throws IOException {
        spooled.close();
    }
}
