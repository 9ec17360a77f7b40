package jp.yakuba.document.service.receipt;

import static jp.yakuba.document.api.DocumentProblem.ARRIVED_IN_FUTURE;
import static jp.yakuba.document.api.DocumentProblem.TOO_MANY_FILES;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.model.receipt.StagedFile;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the receipt desk: those who keep a section's records enter its letters. */
@Stateless
@RunAs(Role.DESK)
public class ReceiptDeskBean implements ReceiptDesk {
    private static final String LETTER = "letter";
    private static final String EXCHANGE = "exchange";

    private Staging staging;
    private Letters letters;
    private OwnReach reach;
    private OfficeClock clock;

    protected ReceiptDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ReceiptDeskBean(Staging staging, Letters letters, OwnReach reach, OfficeClock clock) {
        this.staging = staging;
        this.letters = letters;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public StagedUpload stage(InputStream content, String name) {
        return staging.hold(content, name, LARGEST_BYTES);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<StagedUpload.File> listStaged(List<UUID> ids) {
        return staging.find(ids).stream().map(staging::view).toList();
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void discard(UUID stagedId) {
        staging.remove(staging.find(List.of(stagedId)));
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public RecordView receive(ReceiveLetter letter, List<UUID> staged) {
        reach.requireKeeping(letter.section(), "document.receive");
        var earlier = letters.find(LETTER, letter.once());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        requireArrived(letter);
        if (staged.size() > MOST_FILES) {
            throw new RuleViolation(TOO_MANY_FILES, MOST_FILES);
        }
        var files = staging.get(staged);
        if (!letter.asItCame()) {
            Staging.requireReadable(files);
        }
        var entered = letters.enter(LETTER, letter, files.stream().map(StagedFile::file).toList());
        staging.remove(files);
        return entered;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public RecordView receiveFromExchange(ReceiveLetter letter, List<StoredFile> files) {
        return letters.find(EXCHANGE, letter.once()).orElseGet(() -> letters.enter(EXCHANGE, letter, files));
    }

    private void requireArrived(ReceiveLetter letter) {
        if (letter.arrivedAt().isAfter(clock.now())) {
            throw new RuleViolation(ARRIVED_IN_FUTURE);
        }
    }
}
