package jp.yakuba.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jp.yakuba.document.api.FilesInQuestion;
import jp.yakuba.document.api.RecordsEnded;

/** A neighbour for tests that still wants files, or fails in the middle of an end. */
@ApplicationScoped
public class EndsRefused {
    private static final Set<UUID> BROKEN = ConcurrentHashMap.newKeySet();
    private static final Set<String> WANTED = ConcurrentHashMap.newKeySet();

    /** The end of the file fails until it is mended. */
    void breakAt(UUID dossier) {
        BROKEN.add(dossier);
    }

    void mend(UUID dossier) {
        BROKEN.remove(dossier);
    }

    /** The neighbour wants the file. */
    void want(String sha256) {
        WANTED.add(sha256);
    }

    void ended(@Observes RecordsEnded event) {
        if (BROKEN.contains(event.dossierId())) {
            throw new NeighbourFails();
        }
    }

    void asked(@Observes FilesInQuestion question) {
        question.want(WANTED);
    }

    /** The neighbour could not take its part away. */
    static final class NeighbourFails extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
