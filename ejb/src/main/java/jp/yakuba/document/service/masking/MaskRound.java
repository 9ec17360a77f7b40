package jp.yakuba.document.service.masking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.masking.MaskPlace;
import jp.yakuba.document.model.masking.MaskSheet;
import jp.yakuba.document.service.FileIntake;
import jp.yakuba.document.service.PdfPages.Obstacle;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.HistoryStore;
import jp.yakuba.document.store.masking.MaskCopyStore;
import jp.yakuba.document.store.masking.MaskStore;
import jp.yakuba.kernel.OfficeClock;

/** The steps of making a copy: taken, drawn on local disk outside of every transaction, kept with its step in the history. */
@ApplicationScoped
public class MaskRound {
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final long LARGEST_BYTES = 2L * 1024 * 1024 * 1024;

    @Inject
    private MaskStore store;

    @Inject
    private MaskCopyStore copies;

    @Inject
    private MaskSources sources;

    @Inject
    private FileIntake intake;

    @Inject
    private HistoryStore ends;

    @Inject
    private RecordHistory history;

    @Inject
    private OfficeClock clock;

    /** A copy that is to be drawn: from which pages, and with which masks on each, counted from 1. */
    record Order(UUID sheetId, UUID recordId, String original, String source, String digest, Map<Integer, List<MaskPlace>> masks) {
        private static Order of(MaskSheet sheet) {
            var masks = IntStream.rangeClosed(1, sheet.pages().size()).boxed().collect(Collectors.toMap(page -> page, sheet::placesOn));
            return new Order(sheet.id(), sheet.recordId(), sheet.original(), sheet.source(), sheet.digest(), masks);
        }
    }

    /** The next that is due; one that failed too often, or whose sheet is not what was fixed, is given up. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Order> claim() {
        var due = copies.claim(clock.now());
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var sheet = store.find(due.get().sheetId()).filter(one -> one.digest() != null && one.holds());
        if (sheet.isEmpty() || due.get().attempts() > MOST_ATTEMPTS) {
            copies.impossible(due.get().sheetId(), Obstacle.FAILED.name(), clock.now());
            return Optional.empty();
        }
        return sheet.map(Order::of);
    }

    /** Draws the copy into the target. */
    void draw(Order order, Path target) throws IOException {
        sources.open(order.source(), pages -> {
            MaskPress.press(pages, page -> order.masks().getOrDefault(page, List.of()), target);
            return target;
        });
    }

    /** Keeps what was drawn, unless somebody else did, or the record was ended meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(Order order, Path target) throws IOException {
        ends.lockEnd(order.recordId()); // whoever ends the record comes before or after, and finds this copy
        if (!copies.isWaiting(order.sheetId())) {
            return;
        }
        try (var bytes = Files.newInputStream(target)) {
            var kept = intake.keep(bytes, "copy.pdf", LARGEST_BYTES);
            var orderedBy = copies.made(order.sheetId(), kept.sha256(), clock.now());
            history.note(order.recordId(), RecordEventKind.MASKED, Map.of("sheet", order.sheetId(), "original", order.original(),
                    "source", order.source(), "sheet-digest", order.digest(), "masked-copy", kept.sha256(), "ordered-by", orderedBy.orElseThrow()));
        }
    }

    /** It could not be drawn or kept this time. */
    @Transactional(TxType.REQUIRES_NEW)
    public void postpone(Order order) {
        copies.postpone(order.sheetId(), clock.now().plus(PAUSE));
    }

    /** Says that there will be none. */
    @Transactional(TxType.REQUIRES_NEW)
    public void giveUp(Order order, Obstacle obstacle) {
        copies.impossible(order.sheetId(), obstacle.name(), clock.now());
    }
}
