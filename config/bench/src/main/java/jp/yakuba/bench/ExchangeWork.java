package jp.yakuba.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One way to hand a document over, ours or a reference: the same payload each time, small or large. */
interface ExchangeWork extends AutoCloseable {
    /** What the report calls it. */
    String name();

    /** How many small ones are under way together. */
    default int together() {
        return 1;
    }

    /** Everything made ready to hand the payload over so many times; what comes before is not measured. */
    default Handing ready(Path payload, int times) throws Exception {
        return () -> {
            for (int time = 0; time < times; time++) {
                once(payload);
            }
        };
    }

    /** Hands the payload over once, to the very end. */
    void once(Path payload) throws Exception;

    /** CPU milliseconds that both ends have used so far, without Java's compilers. */
    default double cpuMillis() {
        return ProcessTime.ownMillis() - ProcessTime.millisOfCompilers(ProcessHandle.current().pid());
    }

    @Override
    void close() throws IOException;

    /** The part that is measured. */
    @FunctionalInterface
    interface Handing {
        void go() throws Exception;
    }
}
