package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.DraftView.AnswerTo;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.AskedAgain;
import jp.yakuba.application.model.Correction;
import jp.yakuba.application.model.Draft;
import jp.yakuba.application.model.form.AnswerCheck;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.kernel.OfficeClock;

/**
 * What a draft asks: the forms published today for a sitting that is yet to be sent; for the answer to a correction the form by
 * which the application came, and of it what the office asks again.
 */
@ApplicationScoped
public class DraftForms {
    @Inject
    private Forms forms;

    @Inject
    private ApplicationStore applications;

    @Inject
    private OfficeWords words;

    @Inject
    private OfficeClock clock;

    /** The questions as the answers make them appear. */
    record Asked(FormBundle bundle, Map<String, String> answers, List<FormPage> pages) {
        /** What is wrong on a page; on all with null. */
        List<FieldProblem> problems(LocalDate today, String section) {
            return new AnswerCheck(bundle, today).problems(pages, answers, section);
        }
    }

    Asked of(Draft draft) {
        if (draft.correctionId() == null) {
            var bundle = forms.bundle(draft.procedures());
            return new Asked(bundle, draft.answers(), bundle.pages(draft.answers()));
        }
        var again = again(applicationOf(draft), correctionOf(draft));
        var answers = again.with(draft.answers());
        return new Asked(again.bundle(), answers, again.pages(answers));
    }

    /** What the correction asks again of the application, which stays as it was asked after it was answered. */
    AskedAgain again(Application application, Correction correction) {
        var arrival = application.arrival();
        return new AskedAgain(
                forms.version(arrival.procedure(), arrival.formVersion()), arrival.channel(),
                correction.isAnswered() ? correction.before() : application.answers(), correction);
    }

    /** What the office asked for; null for an ordinary draft. */
    AnswerTo answerTo(Draft draft) {
        if (draft.correctionId() == null) {
            return null;
        }
        var correction = correctionOf(draft);
        var application = applicationOf(draft);
        var state = !correction.isOpen() ? "OVER" : correction.isLapsed(clock.today()) ? "LAPSED" : "OPEN";
        return new AnswerTo(
                application.id(), application.arrival().receiptNumber(), words.leaving(correction.words()), correction.until(), state);
    }

    /** The bundle whose application the draft corrects. */
    UUID bundleOf(Draft draft) {
        return applicationOf(draft).arrival().bundleId();
    }

    private Application applicationOf(Draft draft) {
        return applications.find(correctionOf(draft).applicationId()).orElseThrow();
    }

    private Correction correctionOf(Draft draft) {
        return applications.findCorrection(draft.correctionId()).orElseThrow();
    }
}
