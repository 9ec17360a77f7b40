package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_PROCEDURE;
import static jp.yakuba.application.api.ApplicationProblem.TOO_MANY;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.DraftLine;
import jp.yakuba.application.api.DraftView;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.OpenDraft;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Signature;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Draft;
import jp.yakuba.application.model.form.Groups;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Keeps drafts for their own accounts and hands them in. */
@Stateless
@RunAs(Role.DESK)
public class DraftDeskBean implements DraftDesk {
    private static final int MOST_PROCEDURES = 20;
    private static final int MOST_DRAFTS = 50;

    @Inject
    private DraftStore drafts;

    @Inject
    private OwnDrafts own;

    @Inject
    private Forms forms;

    @Inject
    private Prefill prefill;

    @Inject
    private DraftForms draftForms;

    @Inject
    private DraftFiles files;

    @Inject
    private Visits visits;

    @Inject
    private Submission submission;

    @Inject
    private CorrectionAnswers corrections;

    @Inject
    private Agency agency;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Override
    @RolesAllowed(Role.RESIDENT)
    public UUID open(OpenDraft command) {
        var me = actor.get().id();
        if (command.procedures().size() > MOST_PROCEDURES) {
            throw new RuleViolation(TOO_MANY, MOST_PROCEDURES);
        }
        requireRoom(me);
        var procedures = command.procedures().stream().distinct().toList();
        procedures.forEach(this::requireOnline);
        var known = new LinkedHashMap<>(known(command, me));
        known.putAll(TypedAnswers.checked(command.facts()));
        var opener = new Draft.Opener(me, actor.get().assurance(), command.mandateId());
        var draft = Draft.open(opener, command.guide(), procedures, known, clock.now());
        drafts.add(draft);
        return draft.id();
    }

    private void requireRoom(UUID me) {
        if (drafts.listOpen(me, clock.now()).size() >= MOST_DRAFTS) {
            throw new RuleViolation(TOO_MANY, MOST_DRAFTS);
        }
    }

    private void requireOnline(String code) {
        if (!forms.procedure(code).online()) {
            throw new RuleViolation(NO_SUCH_PROCEDURE, code);
        }
    }

    private Map<String, String> known(OpenDraft command, UUID me) {
        if (command.mandateId() == null) {
            return prefill.ofAccount(me);
        }
        agency.mustLetActor(command.mandateId(), forms.procedures(command.procedures()));
        return agency.principalOf(command.mandateId())
                .map(principal -> prefill.ofPrincipal(principal, command.mandateId()))
                .orElseGet(Map::of);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public DraftView get(UUID draftId) {
        var draft = own.get(draftId);
        var asked = draftForms.of(draft);
        var attached = asksForFiles(asked.pages()) ? files.list(draft) : List.<Attachment>of();
        return new DraftView(
                draft.id(), draft.version(), forms.lastKnown(draft.procedures()), visits.offeredOn(asked.pages(), bookedFor(draft)),
                asked.answers(), asked.problems(clock.today(), null), attached.stream().map(file -> file.view(draft.answers())).toList(),
                draft.savedAt(), draft.keptUntil(), draft.isSubmitted(), draftForms.answerTo(draft));
    }

    /** The time that is booked already by what is being corrected; null if none is. */
    private LocalDateTime bookedFor(Draft draft) {
        return draft.correctionId() == null ? null : visits.bookedBy(draftForms.bundleOf(draft)).orElse(null);
    }

    private static boolean asksForFiles(List<FormPage> pages) {
        return pages.stream().flatMap(page -> page.questions().stream()).anyMatch(question -> question.field().type() == FieldType.FILE);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public List<DraftLine> listMine() {
        return own.listOpen(clock.now()).stream()
                .map(draft -> new DraftLine(
                        draft.id(), forms.lastKnown(draft.codes()).stream().map(ProcedureView::name).toList(),
                        draft.savedAt(), draft.keptUntil()))
                .toList();
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public long save(UUID draftId, Map<String, String> answers) {
        var typed = TypedAnswers.checked(answers);
        var saved = drafts.mergeOwn(draftId, actor.get().id(), actor.get().assurance(), typed, clock.now());
        if (saved.isPresent()) {
            return saved.getAsLong();
        }
        var draft = own.lockOpen(draftId);
        return drafts.merge(draft.id(), draft.accountId(), typed, clock.now()).orElseThrow(() -> own.refused(draftId));
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public List<FieldProblem> check(UUID draftId, String section) {
        var draft = own.get(draftId);
        return draftForms.of(draft).problems(clock.today(), section);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public int addEntry(UUID draftId, String groupPath) {
        var draft = own.lockOpen(draftId);
        int shown = draftForms.of(draft).pages().stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.group() == null && question.path().equals(groupPath))
                .mapToInt(question -> question.entries())
                .findFirst()
                .orElse(0);
        var more = Groups.add(draft.answers(), groupPath, shown);
        draft.rewrite(TypedAnswers.checked(more), clock.now());
        return Groups.entries(more, groupPath) - 1;
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void removeEntry(UUID draftId, String groupPath, int index) {
        var draft = own.lockOpen(draftId);
        draft.rewrite(Groups.remove(draft.answers(), groupPath, index), clock.now());
        files.tidy(draft);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public AttachmentView attach(UUID draftId, String path, String name, InputStream content) {
        var draft = own.get(draftId);
        return files.attach(draft, path, name, content).view();
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void detach(UUID draftId, UUID attachmentId) {
        files.detach(own.lockOpen(draftId), attachmentId);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void writeAttachment(UUID draftId, UUID attachmentId, OutputStream out) {
        files.write(files.list(own.get(draftId)), attachmentId, out);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public void discard(UUID draftId) {
        files.discard(own.lockOpen(draftId));
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public String digest(UUID draftId) {
        var draft = own.get(draftId);
        return Base64.getEncoder().encodeToString(DraftSeal.digest(draft, files.list(draft)));
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public SubmissionView submit(UUID draftId, String onceKey, Signature signature) {
        return drafts.isAnswer(draftId)
                ? corrections.send(own.get(draftId))
                : submission.submit(own.lock(draftId), onceKey, signature);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public UUID reuse(UUID applicationId) {
        requireRoom(actor.get().id());
        return submission.reuse(applicationId);
    }
}
