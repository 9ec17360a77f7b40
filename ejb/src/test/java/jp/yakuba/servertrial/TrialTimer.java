package jp.yakuba.servertrial;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jp.yakuba.kernel.Role;

/** A persistent timer, kept in the database, that calls a desk as the system. */
@Singleton
@RunAs(Role.SYSTEM)
public class TrialTimer {
    @Inject
    private TrialNeighbour neighbour;

    private String lastWord = "not yet";

    /** Each second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = true)
    public void tick() {
        lastWord = neighbour.forTheSystem();
    }

    /** What the last tick was told; anybody may ask in this trial. */
    @PermitAll
    public String lastWord() {
        return lastWord;
    }
}
