package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.yakuba.application.store.ApplicationStore;
import jp.yakuba.audit.api.PersonsBehind;

/** Tells who the applicants are behind records and proposals that their applications caused. */
@ApplicationScoped
public class Applicants {
    private static final String APPLICATION = "application";

    @Inject
    private ApplicationStore applications;

    void asked(@Observes PersonsBehind question) {
        if (APPLICATION.equals(question.causeType())) {
            applications.listApplicants(question.causes()).forEach(question::tell);
        }
    }
}
