package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.model.receipt.LetterReceipt;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.kernel.RuleViolation;

/** The first things done with a letter once it has its number. */
@ApplicationScoped
public class LetterDeeds {
    @Inject
    private LifeStore lives;

    @Inject
    private RecordDeeds deeds;

    /** Writes down how it came, names its readers, and gives it to a person. */
    public void begin(UUID recordId, ReceiveLetter letter) {
        lives.write(); // the record first, then what hangs on it
        lives.add(LetterReceipt.of(recordId, letter));
        if (!letter.readers().isEmpty()) {
            deeds.nameReaders(recordId, letter.readers());
        }
        if (letter.staffId() != null) {
            var life = lives.find(recordId).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD));
            deeds.distribute(life, letter.section(), letter.staffId());
        }
    }
}
