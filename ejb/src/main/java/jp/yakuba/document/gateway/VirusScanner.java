package jp.yakuba.document.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A program that looks for viruses in a stream of bytes. */
public interface VirusScanner {

    /** True if the settings of this office name a scanner. */
    boolean isOn();

    /** True if the scanner answers now. */
    boolean answers();

    /** The name of the virus found in the content; empty if it is clean. */
    Optional<String> findVirus(InputStream content) throws IOException;
}
