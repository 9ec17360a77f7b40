package jp.yakuba.inquiry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.model.Asked;
import jp.yakuba.inquiry.model.Inquiry;
import jp.yakuba.inquiry.store.AskedStore;
import jp.yakuba.inquiry.store.InquiryStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** What of inquiries and answers the actor reaches: those of the own sections and of those below them. */
@ApplicationScoped
public class InquiryReach {
    @Inject
    private InquiryStore inquiries;

    @Inject
    private AskedStore asked;

    @Inject
    private InquiryExits exits;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Codes of the sections. */
    Set<String> sections() {
        return organization.reachOf(actor.get().id(), clock.today());
    }

    /** Refuses a section to which the actor's posts do not reach. */
    void require(String section) {
        if (!sections().contains(section)) {
            throw refused(section, InquiryProblem.NOT_YOUR_SECTION);
        }
    }

    Inquiry inquiry(UUID id) {
        return inquiries.find(id).filter(one -> sections().contains(one.section())).orElseThrow(() -> refused(id.toString(), InquiryProblem.NO_SUCH_INQUIRY));
    }

    /** The inquiry, locked, as it was seen. */
    Inquiry inquiry(UUID id, long version) {
        inquiry(id);
        var locked = inquiries.lock(id).orElseThrow();
        requireSame(locked.version(), version);
        return locked;
    }

    Asked asked(UUID id) {
        var found = asked.find(id).filter(one -> sections().contains(one.section())).orElseThrow(() -> refused(id.toString(), InquiryProblem.NO_SUCH_INQUIRY));
        exits.requireReadable(found.recordId());
        return found;
    }

    /** What is asked, locked, as it was seen. */
    Asked asked(UUID id, long version) {
        asked(id);
        var locked = asked.lock(id).orElseThrow();
        requireSame(locked.version(), version);
        return locked;
    }

    private static void requireSame(long version, long seen) {
        if (version != seen) {
            throw new RuleViolation(InquiryProblem.CHANGED_MEANWHILE);
        }
    }

    private RuleViolation refused(String object, InquiryProblem problem) {
        audit.refused(new AuditNote("inquiry.reach", null, "inquiry", object, problem.code()));
        return new RuleViolation(problem);
    }
}
