package jp.yakuba;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;

/** Lets a test act as somebody for the length of one request, on any thread. */
@ApplicationScoped
public class InRequest {
    @Inject
    private CurrentActor actor;

    /** Does the deed as the actor. */
    @ActivateRequestContext
    public <T> T as(Actor who, Callable<T> deed) throws Exception {
        var before = actor.get();
        actor.actAs(who, "test");
        try {
            return deed.call();
        } finally {
            actor.actAs(before, "test");
        }
    }
}
