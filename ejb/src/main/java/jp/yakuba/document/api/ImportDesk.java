package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** The desk where the records manager has documents of an earlier system (移行文書) taken in. */
@Local
public interface ImportDesk {
    /** True if this office has an import folder. */
    boolean hasFolder();

    /** What lies in the import folder, by name. */
    List<ImportSource> listSources();

    /** Orders an import; returns its id. It goes by itself from now on. */
    UUID order(@Valid OrderImport command);

    /** Imports, latest first. */
    List<ImportSheet> list(int most);

    /** An import; refused with {@code DOC-100} if unknown. */
    ImportSheet get(UUID id);

    /**
     * Faults of an import in the order of its lines.
     *
     * @param after the fault after which to go on; null for the beginning
     */
    List<ImportFaultLine> listFaults(UUID id, ImportFaultLine after, int most);

    /** Stops it after the lines that are at hand. */
    void stop(UUID id);

    /** Lets it go on where it was. */
    void goOn(UUID id);
}
