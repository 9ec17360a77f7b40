package jp.yakuba.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;

/**
 * Writes down what the doors of the pages refuse before any desk is asked. Whoever is known leaves a row each time; of
 * people nobody knows only so many rows are kept in a minute, or anybody could fill the log from outside.
 */
@ApplicationScoped
public class RefusalBook {
    private static final System.Logger LOG = System.getLogger(RefusalBook.class.getName());
    private static final int MOST_A_MINUTE = 30;
    private static final int LONGEST = 200;

    private AuditDesk audit;
    private CurrentActor actor;
    private long minute;
    private int written;

    protected RefusalBook() {
        // for the container
    }

    @Inject
    public RefusalBook(AuditDesk audit, CurrentActor actor) {
        this.audit = audit;
        this.actor = actor;
    }

    /** Writes that the path was refused for the reason. */
    public void write(String reason, String path) {
        if (actor.get().kind() == Actor.Kind.ANONYMOUS && isTooMuch(TimeUnit.NANOSECONDS.toMinutes(System.nanoTime()))) {
            LOG.log(Level.WARNING, "A request was refused: {0}", reason);
            return;
        }
        audit.refused(new AuditNote("web.refused", null, "page", path.substring(0, Math.min(LONGEST, path.length())), reason));
    }

    private synchronized boolean isTooMuch(long now) {
        if (now != minute) {
            minute = now;
            written = 0;
        }
        return ++written > MOST_A_MINUTE;
    }
}
