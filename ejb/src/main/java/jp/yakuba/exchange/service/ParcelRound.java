package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.ANSWER_NOT_VALID;
import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_MESSAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.model.Pause;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.AnswerStore;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PeerStore.Use;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** What is written down about a message that leaves, before and after each step; each a short deed of its own. */
@ApplicationScoped
public class ParcelRound {
    /** The peer did not answer at all. */
    static final String AWAY = "PEER_AWAY";
    /** The peer was to collect it and did not. */
    static final String NOT_COLLECTED = "NOT_COLLECTED";
    private static final Set<ParcelState> COLLECTABLE =
            EnumSet.of(ParcelState.SEALED, ParcelState.HANDED_OVER, ParcelState.RECEIPTED, ParcelState.REFUSED);
    private static final Set<ParcelState> UNTOLD = EnumSet.of(ParcelState.ORDERED, ParcelState.SEALED);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final String GIVE_UP = "exchange.give-up.days";
    private static final int USUAL_DAYS = 14;

    @Inject
    private ParcelStore store;

    @Inject
    private PeerStore peers;

    @Inject
    private AnswerStore earlier;

    @Inject
    private ServiceGate gate;

    @Inject
    private FileDesk files;

    @Inject
    private Answers answers;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** A message under way with the office it goes to. */
    public record Claimed(Parcel parcel, Peer peer, OpenTransfer.Place place) {}

    /** The next that is due. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Claimed> claim() {
        return store.claim(ThisNode.NAME, clock.now()).flatMap(store::find).filter(this::isFirst).map(this::claimed);
    }

    /** False, and it waits, if an earlier one of its conversation was ordered again while this one was being taken. */
    private boolean isFirst(Parcel parcel) {
        boolean behind = store.isBehind(parcel);
        if (behind) {
            parcel.release(clock.now().plus(Pause.after(0)));
        }
        return !behind;
    }

    /** The message as it is now. */
    @Transactional(TxType.REQUIRES_NEW)
    public Claimed read(UUID id) {
        return claimed(store.find(id).orElseThrow());
    }

    private Claimed claimed(Parcel parcel) {
        return new Claimed(parcel, peers.find(parcel.peer()).orElseThrow(),
                new OpenTransfer.Place(parcel.conversation(), parcel.sequence(), store.findPrevious(parcel).orElse(null)));
    }

    /** Keeps the container that was made, unless there is one already. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(UUID id, Path container) throws IOException {
        var parcel = store.lock(id).filter(found -> found.state() == ParcelState.ORDERED).orElse(null);
        if (parcel != null) {
            try (var bytes = Files.newInputStream(container)) {
                var kept = files.keepSealed(id, bytes, id + ".asice", Long.MAX_VALUE);
                parcel.seal(kept.sha256(), kept.size());
            }
        }
    }

    /** True if its service lets it leave; if not it is taken back, and whoever carries or collects it stops. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean mayLeave(UUID id) {
        return leaves(id);
    }

    /** Its row is held while its service is asked, so that two do not take it back at once. */
    private boolean leaves(UUID id) {
        var found = store.lock(id);
        if (found.isEmpty() || gate.mayLeave(found.get())) {
            return found.isPresent(); // its record may have ended meanwhile
        }
        var parcel = found.get();
        if (parcel.isOpen() && UNTOLD.contains(parcel.state()) && !parcel.isWantedBack()) {
            withhold(parcel);
        }
        return false;
    }

    /** What the office may hold in part or whole it is told of first; of anything else it never hears. */
    private void withhold(Parcel parcel) {
        audit.changed(new AuditNote("exchange.withhold", null, "record", parcel.recordId().toString(), parcel.peer() + " " + parcel.id()));
        boolean heard = parcel.state() == ParcelState.SEALED && !claimed(parcel).peer().collects()
                && (parcel.isOffered() || parcel.bytes() > Announcements.PIECE);
        if (heard) {
            parcel.takeBack(clock.now());
            note(parcel, "take-back", "WITHHELD");
        } else {
            parcel.cancel();
            note(parcel, "take-back", "CANCELLED");
        }
        gate.takenBack(parcel);
    }

    /** Whoever claimed it is still at work; false if there is nothing more to do: it is wanted back, given up, not to be told any more, or its office is not served. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean hold(UUID id) {
        return leaves(id) && store.hold(id, clock.now());
    }

    /** The peer may have all of it from now on; false as with {@link #hold}. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean offer(UUID id) {
        return leaves(id) && store.offer(id, clock.now());
    }

    /** The peer says that it did not take what was offered to it, and it was offered nothing before. */
    @Transactional(TxType.REQUIRES_NEW)
    public void notTaken(UUID id) {
        store.lock(id).ifPresent(parcel -> store.withdraw(id));
    }

    /** Whoever claimed it has stopped; what is still under way is due at once for whatever is next. */
    @Transactional(TxType.REQUIRES_NEW)
    public void release(UUID id) {
        store.lock(id).filter(Parcel::isOpen).ifPresent(parcel -> parcel.release(clock.now()));
    }

    /** What nobody has collected is taken back at once; what was collected cannot be, for its office is never called, and its answer counts. */
    @Transactional(TxType.REQUIRES_NEW)
    public void takenBackHere(UUID id) {
        if (store.lock(id).filter(Parcel::isOpen).map(Parcel::state).orElse(null) == ParcelState.HANDED_OVER) {
            store.lock(id).ifPresent(parcel -> parcel.lie(clock.now().plus(LOOK_AGAIN)));
        } else {
            takeBack(id);
        }
    }

    /** The peer has it no more, or never had it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void takenBack(UUID id) {
        takeBack(id);
    }

    private void takeBack(UUID id) {
        store.lock(id).filter(Parcel::isOpen).ifPresent(parcel -> {
            parcel.cancel();
            note(parcel, "take-back", "CANCELLED");
            audit.changed(new AuditNote("exchange.taken-back", null, "record", parcel.recordId().toString(), parcel.peer() + " " + parcel.id()));
            store.wake(parcel.peer(), AWAY, clock.now());
        });
    }

    /** The peer keeps all of it; its answer is not here yet. */
    @Transactional(TxType.REQUIRES_NEW)
    public void handedOver(UUID id) {
        store.lock(id).filter(Parcel::isOpen).ifPresent(parcel -> {
            boolean first = parcel.state() == ParcelState.SEALED;
            parcel.handOver(clock.now(), clock.now().plus(Pause.after(parcel.attempts())));
            if (first) {
                note(parcel, "hand-over", "HANDED_OVER");
            }
            store.wake(parcel.peer(), AWAY, clock.now());
        });
    }

    /** The peer's answer is here; refused if it is not the peer's, or not about this message. */
    @Transactional(TxType.REQUIRES_NEW)
    public void answered(UUID id, byte[] xml) {
        settle(id, xml);
    }

    /** As {@link #answered}, in the caller's deed. */
    @Transactional(TxType.MANDATORY)
    public void settle(UUID id, byte[] xml) {
        store.lock(id).ifPresent(parcel -> {
            if (parcel.sha256() == null) {
                throw new RuleViolation(ANSWER_NOT_VALID, "nothing was sent");
            }
            var answer = answers.read(parcel, xml);
            if (!changes(parcel, answer.isReceipt())) {
                return;
            }
            var now = clock.now();
            if (!parcel.isHandedOver()) {
                note(parcel, "hand-over", "HANDED_OVER"); // the answer came in the same breath
            }
            if (parcel.state() == ParcelState.REFUSED) {
                earlier.keep(new AnswerStore.Earlier(parcel.peer(), parcel.id(), false, parcel.answeredAt(), parcel.fault(), parcel.answer()));
            }
            if (answer.isReceipt()) {
                parcel.receipt(xml, answer.number(), now);
            } else {
                parcel.refuse(xml, answer.refusal().code(), now);
            }
            note(parcel, "answer", parcel.state().name());
            audit.changed(new AuditNote("exchange.answered", null, "record", parcel.recordId().toString(), parcel.peer() + " " + parcel.state()));
            store.wake(parcel.peer(), AWAY, now);
        });
    }

    /**
     * Whether an answer changes anything. A receipt is final, whichever answer comes first: the peer judged again what it had refused. A
     * refusal changes nothing once there is an answer. What was given up was perhaps sent; what was taken back perhaps reached the peer all the same.
     */
    private static boolean changes(Parcel parcel, boolean receipt) {
        return switch (parcel.state()) {
            case RECEIPTED -> false;
            case REFUSED, CANCELLED -> receipt;
            default -> true;
        };
    }

    /** It lies here until the office collects it, or nobody did for too long; what was collected waits for its answer as long as it takes. */
    @Transactional(TxType.REQUIRES_NEW)
    public void lie(UUID id) {
        store.lock(id).filter(Parcel::isOpen).ifPresent(parcel -> {
            var now = clock.now();
            if (parcel.state() == ParcelState.HANDED_OVER || now.isBefore(parcel.triedSince().plus(patience()))) {
                parcel.lie(now.plus(LOOK_AGAIN));
            } else {
                parcel.giveUp(NOT_COLLECTED);
                note(parcel, "give-up", NOT_COLLECTED);
            }
        });
    }

    /**
     * In the caller's deed: the office has collected all of it; its answer comes later. Refused if an earlier one of its conversation was ordered
     * again meanwhile and goes first: an office judges nothing before it has told that it keeps it.
     */
    @Transactional(TxType.MANDATORY)
    public void collected(UUID id) {
        var parcel = store.lock(id).filter(found -> COLLECTABLE.contains(found.state())).orElseThrow(() -> new RuleViolation(NO_SUCH_MESSAGE));
        if (parcel.state() == ParcelState.SEALED) {
            if (store.isBehind(parcel)) {
                throw new RuleViolation(NO_SUCH_MESSAGE); // it is listed again when its turn comes
            }
            parcel.handOver(clock.now(), clock.now().plus(LOOK_AGAIN));
            note(parcel, "collect", parcel.state().name());
        }
    }

    /** Something was in the way; it is tried again after a pause that grows, or given up after many days. */
    @Transactional(TxType.REQUIRES_NEW)
    public void postpone(UUID id, String problem, Duration atLeast) {
        store.lock(id).filter(Parcel::isOpen).ifPresent(parcel -> {
            var now = clock.now();
            if (now.isAfter(parcel.triedSince().plus(patience()))) {
                parcel.giveUp(problem);
            } else {
                var pause = Pause.after(parcel.attempts());
                parcel.mustWait(problem, now, now.plus(pause.compareTo(atLeast) < 0 ? atLeast : pause));
            }
            note(parcel, "try", problem);
        });
    }

    /** Nobody tries again: the peer says that this can never be taken. */
    @Transactional(TxType.REQUIRES_NEW)
    public void giveUp(UUID id, String problem) {
        store.lock(id).filter(Parcel::isOpen).ifPresent(parcel -> {
            parcel.giveUp(problem);
            note(parcel, "give-up", problem);
        });
    }

    private Duration patience() {
        return Duration.ofDays(organization.findSetting(GIVE_UP, clock.today()).map(Integer::parseInt).orElse(USUAL_DAYS));
    }

    private void note(Parcel parcel, String deed, String outcome) {
        peers.note(new Use(clock.now(), parcel.peer(), false, parcel.service(), deed, parcel.id(), outcome,
                parcel.sha256() == null ? 0 : parcel.bytes()));
    }
}
