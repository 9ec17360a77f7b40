package jp.yakuba.document.service.receipt;

import static jp.yakuba.document.api.DocumentProblem.FILE_UNREADABLE;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_FILE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.model.receipt.StagedFile;
import jp.yakuba.document.service.FileIntake;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.receipt.StagingStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Holds what staff hand in until it is entered, so that a fault in a form loses no file. */
@ApplicationScoped
public class Staging {
    private static final String MAIL = "message/rfc822";
    private static final Set<String> BESIDES = Set.of(MAIL);

    @Inject
    private FileIntake intake;

    @Inject
    private StagingStore store;

    @Inject
    private RecordStore records;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    private record Looked(StagedFile staged, OpenedMail mail, StagedUpload.Mail words) {}

    /** Keeps the file of at most so many bytes, and the attachments of a mail beside it. */
    public StagedUpload hold(InputStream content, String name, long mostBytes) {
        var looked = intake.keep(content, name, mostBytes, BESIDES, (file, path) -> {
            var mail = MAIL.equals(file.mediaType()) && file.size() <= OpenedMail.LARGEST_BYTES ? OpenedMail.of(path) : null;
            return new Looked(held(file, Readability.of(path, file.mediaType())), mail, mail == null ? null : mail.view());
        });
        var files = new ArrayList<>(List.of(looked.staged()));
        var left = new ArrayList<String>();
        if (looked.mail() != null) {
            looked.mail().attachments().forEach(attached -> take(attached, files, left));
        }
        return new StagedUpload(files.stream().map(this::view).toList(), looked.words(), left);
    }

    private void take(OpenedMail.Attached attached, List<StagedFile> files, List<String> left) {
        try (var bytes = attached.open()) {
            files.add(intake.keep(bytes, attached.name(), ReceiptDesk.LARGEST_BYTES, BESIDES,
                    (file, path) -> held(file, Readability.of(path, file.mediaType()))));
        } catch (RuleViolation notTaken) {
            left.add(attached.name());
        } catch (IOException undecodable) {
            left.add(attached.name());
        }
    }

    private StagedFile held(StoredFile file, StagedUpload.Condition condition) {
        var staged = StagedFile.held(file, condition, actor.get().id(), clock.now());
        store.add(staged);
        return staged;
    }

    /** As people see it, with the number of a record that has the very same bytes. */
    public StagedUpload.File view(StagedFile staged) {
        return staged.view(records.findNumberByFile(staged.file().sha256()).orElse(null));
    }

    /** The actor's waiting files with these ids. */
    public List<StagedFile> get(List<UUID> ids) {
        return ids.stream().map(id -> store.find(id, actor.get().id()).orElseThrow(() -> new RuleViolation(NO_SUCH_FILE))).toList();
    }

    /** Those of them that still wait. */
    public List<StagedFile> find(List<UUID> ids) {
        return ids.stream().flatMap(id -> store.find(id, actor.get().id()).stream()).toList();
    }

    /** Refuses files that cannot be opened, naming the first. */
    public static void requireReadable(List<StagedFile> files) {
        files.stream().filter(StagedFile::isUnreadable).findFirst().ifPresent(unreadable -> {
            throw new RuleViolation(FILE_UNREADABLE, unreadable.file().name());
        });
    }

    /** Puts them away: entered, or not wanted. */
    public void remove(List<StagedFile> files) {
        store.remove(files);
    }
}
