package jp.yakuba.document.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A program that shows Office files as PDF, where the machine has one. */
public interface OfficeConverter {
    /** True if there is one. */
    boolean isOn();

    /** Writes the file as PDF; fails if the program cannot read it or takes too long. */
    void toPdf(InputStream office, String ending, OutputStream pdf) throws IOException;
}
