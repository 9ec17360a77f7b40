package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.model.FormVersion;
import jp.yakuba.application.store.FormStore;
import jp.yakuba.kernel.OfficeClock;

/**
 * Forms at hand: a version that was published never changes and is kept for good; which one is published is asked again after
 * half a minute, or at once where it was published.
 */
@ApplicationScoped
public class FormShelf {
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Map<String, FormDefinition> versions = new ConcurrentHashMap<>();
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private FormStore store;
    private OfficeClock clock;

    protected FormShelf() {
        // for the container
    }

    @Inject
    public FormShelf(FormStore store, OfficeClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The published form of a procedure, if it has one. What has none is not remembered: anybody may ask for any word. */
    public Optional<FormDefinition> published(String procedure) {
        var now = clock.now();
        var known = published.get(procedure);
        if (known != null && !now.isBefore(known.at()) && now.isBefore(known.at().plus(KEPT))) {
            return Optional.of(known.form());
        }
        var found = store.find(procedure, FormVersion.State.PUBLISHED).map(FormVersion::form);
        found.ifPresentOrElse(form -> published.put(procedure, new Published(form, now)), () -> published.remove(procedure));
        return found;
    }

    /** A version that is or was published. */
    public Optional<FormDefinition> version(String procedure, int number) {
        var known = versions.get(procedure + "/" + number);
        if (known != null) {
            return Optional.of(known);
        }
        var found = store.find(procedure, number).filter(version -> version.state() != FormVersion.State.WORKING).map(FormVersion::form);
        found.ifPresent(form -> versions.put(procedure + "/" + number, form));
        return found;
    }

    /** Forgets which version of the procedure is published. */
    public void forget(String procedure) {
        published.remove(procedure);
    }

    private record Published(FormDefinition form, Instant at) {}
}
