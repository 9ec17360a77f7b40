package jp.yakuba.document.service.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.service.search.TextReader.Read;
import jp.yakuba.document.store.search.IndexStore.Unread;
import jp.yakuba.kernel.PatientDeed;

/** Brings records into the index, some at a time on each node, a second or two after they were entered. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TextClock {
    private static final Logger LOG = System.getLogger(TextClock.class.getName());
    /** Well within the time for which what was taken is this node's alone. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private TextRound round;
    private final PatientDeed reading = new PatientDeed("Reading the text of records", this::readDue);

    protected TextClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public TextClock(TextRound round) {
        this.round = round;
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "document: text of records for the search")
    void tick() {
        reading.tick();
    }

    private void readDue() {
        for (var due = round.claim(); !due.isEmpty(); due = round.claim()) {
            bringIn(due);
        }
    }

    /** What needs long reading goes into the index one by one, so that the others do not wait for it. */
    private void bringIn(List<UUID> due) {
        var unread = round.unread(due);
        var quick = due.stream().filter(one -> unread.getOrDefault(one, List.of()).stream().allMatch(TextRound::isQuick)).toList();
        if (!quick.isEmpty()) {
            bringIn(quick, unread, 0);
        }
        var later = new ArrayList<>(due);
        later.removeAll(quick);
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!later.isEmpty() && System.nanoTime() < end) {
            var one = later.remove(0);
            bringIn(List.of(one), unread, round.begin(one));
        }
        if (!later.isEmpty()) {
            round.giveBack(later);
        }
    }

    /** A record that ends meanwhile takes its files along; it is claimed again later, and then there is nothing left to read. */
    private void bringIn(List<UUID> records, Map<UUID, List<Unread>> unread, int attempts) {
        try {
            var read = new LinkedHashMap<Unread, Read>();
            for (var record : records) {
                for (var file : unread.getOrDefault(record, List.of())) {
                    read.put(file, round.read(file, attempts));
                }
            }
            round.keep(read);
            round.put(records);
        } catch (IOException | PersistenceException | TransactionalException later) {
            LOG.log(Level.WARNING, "The text of " + records.size() + " records, " + records.get(0) + " first, will be read again: "
                    + later.getClass().getSimpleName());
        }
    }
}
