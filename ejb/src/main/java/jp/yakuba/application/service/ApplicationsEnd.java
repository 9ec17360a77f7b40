package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import jp.yakuba.application.store.EndedStore;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.FilesInQuestion;
import jp.yakuba.document.api.RecordsEnded;

/** Hears, inside the deed, that records of applications went: what the applicants wrote goes with them, or nothing does. */
@ApplicationScoped
public class ApplicationsEnd {
    private static final String APPLICATION = "application";
    private static final int AT_ONCE = 1000;

    @Inject
    private EndedStore store;

    @Inject
    private FileDesk files;

    @Inject
    private ApprovalDesk approval;

    void ended(@Observes RecordsEnded event) {
        event.records().stream()
                .filter(record -> record.incoming() && APPLICATION.equals(record.causeType()))
                .forEach(record -> forget(record.causeId(), event.protocolNumber()));
    }

    private void forget(UUID application, String protocol) {
        store.forget(application, protocol);
        approval.forget(APPLICATION, application, protocol);
        files.release(store.forgetAttachments(application));
    }

    /** Attachments of drafts and of applications that are kept: their bytes stay. */
    void asked(@Observes FilesInQuestion question) {
        var files = new ArrayList<>(question.sha256());
        for (int from = 0; from < files.size(); from += AT_ONCE) {
            question.want(store.listWanted(files.subList(from, Math.min(files.size(), from + AT_ONCE))));
        }
    }
}
