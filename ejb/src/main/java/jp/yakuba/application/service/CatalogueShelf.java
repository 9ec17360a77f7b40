package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.Procedure;
import jp.yakuba.application.model.form.Finder;
import jp.yakuba.application.store.ProcedureStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/**
 * Today's catalogue at hand, so that pages for everybody cost no query. Another node's change is seen within a minute, the own
 * at once.
 */
@ApplicationScoped
public class CatalogueShelf {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ReentrantLock reader = new ReentrantLock();
    private ProcedureStore store;
    private OrganizationDesk organization;
    private OfficeClock clock;
    private volatile Reading reading;

    protected CatalogueShelf() {
        // for the container
    }

    @Inject
    public CatalogueShelf(ProcedureStore store, OrganizationDesk organization, OfficeClock clock) {
        this.store = store;
        this.organization = organization;
        this.clock = clock;
    }

    /** The procedures valid today, in the order of the office. */
    public List<ProcedureView> today() {
        return reading().procedures();
    }

    /** The procedure with the code, if it is valid today. */
    public Optional<ProcedureView> today(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(reading().byCode().get(code));
    }

    /** Finds among the procedures valid today. */
    Finder finder() {
        return reading().finder();
    }

    private Reading reading() {
        var now = clock.now();
        var day = clock.today();
        var known = reading;
        return known != null && known.isFresh(now, day) ? known : read(known, day, now);
    }

    /** Reads the tables; while one request does it for all, the others of the same day take what was known. */
    private Reading read(Reading known, LocalDate day, Instant now) {
        var usable = known != null && known.day().equals(day) && !known.procedures().isEmpty();
        if (usable && !reader.tryLock()) {
            return known;
        }
        if (!usable) {
            reader.lock();
        }
        try {
            var latest = reading;
            if (latest == null || !latest.isFresh(now, day)) {
                latest = Reading.of(store.listValid(day).stream().map(Procedure::view).map(view -> ofSectionOn(day, view)).toList(), day, now);
                reading = latest;
            }
            return latest;
        } finally {
            reader.unlock();
        }
    }

    /** With the section that has the affairs on the day, so that what comes in goes there. */
    private ProcedureView ofSectionOn(LocalDate day, ProcedureView view) {
        return organization.successorsOf(view.section(), day).stream().findFirst()
                .filter(section -> !section.code().equals(view.section()))
                .map(section -> view.in(section.code()))
                .orElse(view);
    }

    /** Forgets what was read; the next asks the tables again. */
    public void forget() {
        reading = null;
    }

    private record Reading(
            List<ProcedureView> procedures, Map<String, ProcedureView> byCode, Finder finder, LocalDate day, Instant at) {
        static Reading of(List<ProcedureView> procedures, LocalDate day, Instant at) {
            var byCode = procedures.stream()
                    .collect(Collectors.toUnmodifiableMap(ProcedureView::code, Function.identity(), (first, second) -> first));
            return new Reading(procedures, byCode, new Finder(procedures), day, at);
        }

        boolean isFresh(Instant now, LocalDate today) {
            return day.equals(today) && !procedures.isEmpty() && !now.isBefore(at) && now.isBefore(at.plus(KEPT));
        }
    }
}
