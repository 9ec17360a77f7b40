package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.exchange.model.Pause;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.exchange.store.PeerStore.Use;
import jp.yakuba.kernel.OfficeClock;

/** What is written down about a message that arrived, before and after it is judged; each a short deed of its own. */
@ApplicationScoped
public class ArrivalRound {
    private static final Logger LOG = System.getLogger(ArrivalRound.class.getName());

    @Inject
    private ArrivalStore store;

    @Inject
    private PeerStore peers;

    @Inject
    private Answers answers;

    @Inject
    private OfficeClock clock;

    /** The oldest that waits; no other node takes it meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<ArrivalKey> claim() {
        return store.claim(ThisNode.NAME, clock.now());
    }

    /** Takes a certain one; false if it does not wait, or somebody else has it. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean claim(ArrivalKey key) {
        return store.claim(key, ThisNode.NAME, clock.now());
    }

    /** The message as it is now. */
    @Transactional(TxType.REQUIRES_NEW)
    public Arrival read(ArrivalKey key) {
        return store.find(key).orElseThrow();
    }

    /**
     * Refuses; the pieces stay apart for a while (隔離). What was judged again keeps the refusal that was given. Nothing is decided about the
     * message of an office that is not served any more.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void refuse(ArrivalKey key, ExchangeFault fault, String detail) {
        store.lock(key).filter(arrival -> arrival.state() == ArrivalState.STORED).ifPresent(arrival -> {
            var now = clock.now();
            if (!peers.holdServed(key.peer())) {
                arrival.rest(now);
                return;
            }
            if (arrival.isAnswered()) {
                arrival.refuseAgain(fault.code(), detail);
            } else {
                arrival.refuse(fault.code(), detail, answers.refusal(arrival, fault), now);
            }
            peers.note(new Use(now, key.peer(), true, arrival.service(), "judge", key.id(), fault.code(), arrival.bytes()));
            LOG.log(Level.WARNING, "The message {0} of {1} is refused: {2} ({3})", key.id(), key.peer(), fault.code(), detail);
        });
    }

    /** Nothing is decided about it now. */
    @Transactional(TxType.REQUIRES_NEW)
    public void rest(ArrivalKey key) {
        store.lock(key).filter(arrival -> arrival.state() == ArrivalState.STORED).ifPresent(arrival -> arrival.rest(clock.now()));
    }

    /** It is judged again later. */
    @Transactional(TxType.REQUIRES_NEW)
    public void postpone(ArrivalKey key, String why) {
        store.lock(key).filter(arrival -> arrival.state() == ArrivalState.STORED)
                .ifPresent(arrival -> arrival.mustWait(why, clock.now().plus(Pause.after(arrival.attempts()))));
    }

    /** The next answer that its sender does not have; no other node takes it meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Arrival> claimAnswer() {
        return store.claimAnswer(ThisNode.NAME, clock.now()).flatMap(store::find);
    }

    /** The sender has the answer. */
    @Transactional(TxType.REQUIRES_NEW)
    public void answerTaken(ArrivalKey key, byte[] answer) {
        store.answerTaken(key, answer);
    }

    /** The sender could not be told this answer; if another took its place meanwhile, that one does not wait for it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void answerMustWait(ArrivalKey key, byte[] answer) {
        store.lock(key).filter(arrival -> arrival.isAnsweredBy(answer)).ifPresent(arrival -> arrival.answerMustWait(clock.now().plus(Pause.after(arrival.answerAttempts()))));
    }
}
