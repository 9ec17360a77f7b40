package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_APPLICATION;
import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_QUESTION;
import static jp.yakuba.application.api.ApplicationProblem.TOO_MANY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Draft;
import jp.yakuba.application.store.DraftStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Files attached to drafts; the answer to a question of files is the list of their ids. */
@ApplicationScoped
public class DraftFiles {
    private static final long LARGEST_BYTES = 100L * 1024 * 1024;
    private static final int MOST_PER_QUESTION = 10;
    private static final int MOST_PER_DRAFT = 40;

    @Inject
    private DraftStore drafts;

    @Inject
    private OwnDrafts own;

    @Inject
    private FileDesk files;

    @Inject
    private DraftForms forms;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /**
     * Attaches a file to a question that asks for one; the same file twice, as when a page is sent while its file is still on the
     * way, is there once. The draft is locked only once the bytes are here, so that files sent side by side come one after the
     * other and each finds those before it.
     */
    Attachment attach(Draft draft, String path, String name, InputStream content) {
        requireFileQuestion(draft, path);
        var before = list(draft);
        requireRoom(before, at(path, draft, before));
        var id = UUID.randomUUID();
        var kept = keep(draft, id, name, content);
        own.lockAnew(draft);
        var there = list(draft);
        var beside = at(path, draft, there);
        var same = beside.stream().filter(other -> other.isThe(kept.sha256(), kept.name())).findFirst();
        if (same.isPresent()) {
            files.release(List.of(id));
            return same.get();
        }
        requireRoom(there, beside);
        var attachment = Attachment.to(
                id, draft.id(), path, new Attachment.Kept(kept.sha256(), kept.size(), kept.mediaType(), kept.name()),
                clock.now());
        drafts.add(attachment);
        remember(draft, path, Stream.concat(beside.stream(), Stream.of(attachment)));
        return attachment;
    }

    private static void requireRoom(List<Attachment> there, List<Attachment> beside) {
        if (beside.size() >= MOST_PER_QUESTION || there.size() >= MOST_PER_DRAFT) {
            throw new RuleViolation(TOO_MANY, MOST_PER_QUESTION);
        }
    }

    private static List<Attachment> at(String path, Draft draft, List<Attachment> there) {
        var named = draft.answers().getOrDefault(path, "");
        return there.stream().filter(attachment -> named.contains(attachment.id().toString())).toList();
    }

    private StoredFile keep(Draft draft, UUID attachment, String name, InputStream content) {
        try {
            return files.keepFor(attachment, content, name, LARGEST_BYTES);
        } catch (RuleViolation refusal) {
            audit.refused(new AuditNote("application.attach", null, "draft", draft.id().toString(), refusal.problem().code()));
            throw refusal;
        }
    }

    /** The files of an open draft: its own, and in the answer to a correction those that were sent before and are still named. */
    List<Attachment> list(Draft draft) {
        if (draft.isSubmitted()) {
            return List.of();
        }
        var mine = drafts.attachmentsOfDraft(draft.id());
        return draft.correctionId() == null ? mine : Stream.concat(sentBefore(draft), mine.stream()).toList();
    }

    private Stream<Attachment> sentBefore(Draft draft) {
        return drafts.attachmentsOfBundle(forms.bundleOf(draft)).stream()
                .filter(attachment -> attachment.isNamedIn(draft.answers()));
    }

    /** Takes a file off the locked draft; what was sent before stays with what was sent. */
    void detach(Draft draft, UUID attachmentId) {
        var there = list(draft);
        var gone = one(there, attachmentId);
        takeAway(draft, List.of(gone));
        gone.placeIn(draft.answers()).ifPresent(path ->
                remember(draft, path, at(path, draft, there).stream().filter(other -> other != gone)));
    }

    /** Takes away the files of an entry that went from the locked draft; no answer names them any more. */
    void tidy(Draft draft) {
        takeAway(draft, list(draft).stream().filter(attachment -> !attachment.isNamedIn(draft.answers())).toList());
    }

    private void takeAway(Draft draft, List<Attachment> gone) {
        var only = gone.stream().filter(attachment -> attachment.isOnlyIn(draft.id())).toList();
        only.forEach(drafts::remove);
        files.release(only.stream().map(Attachment::id).toList());
    }

    /** Throws the locked draft away; its files are needed no more. */
    void discard(Draft draft) {
        var gone = drafts.attachmentsOfDraft(draft.id()).stream().map(Attachment::id).toList();
        drafts.remove(draft);
        files.release(gone);
    }

    /** Throws away what nobody touched for its time. */
    void discardExpired() {
        var now = clock.now();
        files.release(drafts.attachmentsOfExpired(now));
        drafts.removeExpired(now);
    }

    /** Writes out the file among those given. */
    void write(List<Attachment> attachments, UUID attachmentId, OutputStream out) {
        try (var bytes = files.open(one(attachments, attachmentId).sha256())) {
            bytes.transferTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException("An attached file could not be written out", broken);
        }
    }

    private void remember(Draft draft, String path, Stream<Attachment> attachments) {
        var ids = attachments.map(attachment -> attachment.id().toString()).collect(Collectors.joining(","));
        drafts.merge(draft.id(), draft.accountId(), Map.of(path, ids), clock.now());
    }

    private void requireFileQuestion(Draft draft, String path) {
        boolean asked = forms.of(draft).pages().stream()
                .flatMap(page -> page.questions().stream())
                .anyMatch(question -> question.path().equals(path) && question.field().type() == FieldType.FILE);
        if (!asked) {
            throw new RuleViolation(NO_SUCH_QUESTION, path);
        }
    }

    private static Attachment one(List<Attachment> attachments, UUID id) {
        return attachments.stream()
                .filter(attachment -> attachment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(NO_SUCH_APPLICATION));
    }
}
