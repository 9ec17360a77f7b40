package jp.yakuba.kernel;

import jakarta.enterprise.context.RequestScoped;

/**
 * The actor of the present request, message or timer tick. Set once by whoever lets the actor in (the sign-in mechanism,
 * a queue receiver, a timer) and asked by every desk.
 */
@RequestScoped
public class CurrentActor {
    private Actor actor = Actor.anonymous("unknown");
    private String requestId = "-";

    /** The actor; anonymous until somebody was let in. */
    public Actor get() {
        return actor;
    }

    /** The id that joins log lines, audit rows and messages of one request. */
    public String requestId() {
        return requestId;
    }

    /** Lets the actor in for the rest of this request. */
    public void actAs(Actor newActor, String newRequestId) {
        this.actor = newActor;
        this.requestId = newRequestId;
    }
}
