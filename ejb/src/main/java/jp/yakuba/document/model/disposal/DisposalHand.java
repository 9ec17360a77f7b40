package jp.yakuba.document.model.disposal;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.kernel.Actor;

/** Who has acted on the way of files to their end, and when. */
@Embeddable
public record DisposalHand(UUID by, String name, Instant at) {
    /** The hand of the actor now. */
    public static DisposalHand of(Actor actor, Instant at) {
        return new DisposalHand(actor.id(), actor.name(), at);
    }

    boolean isOf(Actor actor) {
        return by.equals(actor.id());
    }

    DisposalSheet.Hand at(DisposalState step) {
        return new DisposalSheet.Hand(step, name, at);
    }
}
