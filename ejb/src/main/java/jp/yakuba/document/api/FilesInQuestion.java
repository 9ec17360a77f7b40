package jp.yakuba.document.api;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import jp.yakuba.kernel.DomainEvent;

/**
 * Asks, inside the deed that would take bytes away, who still wants which of them: domains that name files by their SHA-256
 * without a key of the database say so here. Nobody can begin to want them meanwhile, for the files are locked.
 *
 * @param sha256 the files in question
 * @param wanted those that somebody still wants
 */
public record FilesInQuestion(Set<String> sha256, Set<String> wanted) implements DomainEvent {
    /** Nobody has answered yet. */
    public static FilesInQuestion about(Collection<String> files) {
        return new FilesInQuestion(Set.copyOf(files), new HashSet<>());
    }

    /** Says that these are wanted. */
    public void want(Collection<String> files) {
        wanted.addAll(files);
    }
}
