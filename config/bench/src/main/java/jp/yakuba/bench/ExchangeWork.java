package jp.yakuba.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One way to hand a document over, ours or a reference: the same payload each time, small or large. */
interface ExchangeWork extends AutoCloseable {
    /** What the report calls it. */
    String name();

    /** Hands the payload over once, to the very end. */
    void once(Path payload) throws Exception;

    @Override
    void close() throws IOException;
}
