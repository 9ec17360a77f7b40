package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Occasion;
import jp.yakuba.application.store.BundleStore;

/** What follows when a booked visit is moved or cancelled: answer, history, audit and notices. */
@ApplicationScoped
public class VisitNews {
    @Inject
    private Forms forms;

    @Inject
    private BundleStore bundles;

    @Inject
    private LifeSteps life;

    @Inject
    private Notices notices;

    @Inject
    private Occasions occasions;

    /** The section at whose counter the visit is. */
    String placeOf(Application application) {
        return occasions.sectionName(application.arrival().section());
    }

    void moved(Application application, LocalDateTime wanted) {
        application.visitChanged(questionsOf(application), wanted.toString(), occasions.ofApplicant(Occasion.VISIT_MOVED + wanted));
        life.changed("application.visit-moved", application, null);
    }

    void cancelled(Application application, LocalDateTime booked) {
        application.visitChanged(questionsOf(application), null, occasions.ofApplicant(Occasion.VISIT_CANCELLED + booked));
        life.changed("application.visit-cancelled", application, null);
    }

    void tellMoved(UUID bundleId, LocalDateTime time, String place) {
        bundles.find(bundleId).ifPresent(bundle -> notices.visitMoved(bundle, Visits.words(time), place));
    }

    void tellCancelled(UUID bundleId, LocalDateTime time) {
        bundles.find(bundleId).ifPresent(bundle -> notices.visitCancelled(bundle, Visits.words(time)));
    }

    private List<String> questionsOf(Application application) {
        return forms.pages(application).stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.field().type() == FieldType.APPOINTMENT)
                .map(Question::path)
                .toList();
    }
}
