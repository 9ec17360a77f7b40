package jp.yakuba.document.service.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Documents of an earlier system with their list, as they lie in a folder or an archive. */
interface Documents extends Closeable {
    /** The name of the list at the top. */
    String LIST = "manifest.csv";

    /** The bytes under the path, which never leads out of the folder or archive; empty if there are none. */
    Optional<InputStream> open(String path) throws IOException;

    /** The list. */
    default InputStream list() throws IOException {
        return open(LIST).orElseThrow(() -> new IOException("There is no " + LIST));
    }
}
