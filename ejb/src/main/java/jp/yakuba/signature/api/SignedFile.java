package jp.yakuba.signature.api;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that a signature covers from beside it, known by its digest; it is opened only where proof for keeping needs its bytes.
 *
 * @param name its place in the container
 * @param sha256 of its bytes, 64 small hexadecimal digits
 */
public record SignedFile(String name, String mediaType, String sha256, Opener opener) {

    /** Opens the file's bytes, each time from the beginning. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
