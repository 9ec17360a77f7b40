package jp.yakuba.document.service.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.model.drafting.DraftFile;
import jp.yakuba.document.model.drafting.DraftPaper;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.WorkingDraft;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/** Presses draft sheets (起案用紙) into PDF. */
@ApplicationScoped
public class DraftPress {
    @Inject
    private ApprovalDesk approval;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private FilingPlanStore plan;

    @Inject
    private FileDesk files;

    @Inject
    private OfficeClock clock;

    /** Writes the sheet of the version, in these words of it, with the route as it stands. */
    void print(WorkingDraft draft, DraftVersion version, DraftVersion.Words words, OutputStream out) {
        var today = clock.today();
        var proposal = approval.findBySubject(DraftBook.SUBJECT, draft.id());
        var facts = version.facts();
        var dossier = facts.dossierId() == null ? null : plan.find(facts.dossierId()).map(one -> one.facts().code() + "　" + one.facts().title()).orElse(null);
        DraftPaper.write(new DraftPaper.Sheet(organization.town().name(),
                organization.successorsOf(draft.section(), today).stream().findFirst().map(SectionView::name).orElse(draft.section()),
                day(draft.createdAt()), draft.createdName(), decisionClass(draft, version, proposal), dossier, words.title(),
                words.ask(), words.text(), words.facts(), route(proposal), words.files().stream().map(DraftFile::name).toList(),
                version.sha256()), out);
    }

    private String decisionClass(WorkingDraft draft, DraftVersion version, ProposalView proposal) {
        if (proposal != null) {
            return proposal.decisionClass();
        }
        var facts = version.facts();
        return facts.matter() == null ? null : organization
                .decisionRule(facts.matter(), facts.amount(), draft.section(), clock.today()).decisionClass().name();
    }

    private static List<DraftPaper.Stop> route(ProposalView proposal) {
        return proposal == null ? List.of() : proposal.route().stream()
                .map(step -> new DraftPaper.Stop(step.kind().name(), step.sectionName() + "　" + step.postName(), step.person(),
                        step.byProxy(), step.at() == null ? null : day(step.at()), step.comment())).toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, OfficeClock.ZONE);
    }

    /** Keeps the sheet among the files. */
    StoredFile keep(WorkingDraft draft, DraftVersion version) {
        var out = new ByteArrayOutputStream();
        print(draft, version, version.words(), out);
        return files.keep(new ByteArrayInputStream(out.toByteArray()), "起案文書.pdf", ReceiptDesk.LARGEST_BYTES);
    }
}
