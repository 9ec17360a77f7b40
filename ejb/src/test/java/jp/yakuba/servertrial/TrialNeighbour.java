package jp.yakuba.servertrial;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jp.yakuba.kernel.Role;

/** A desk behind a desk. */
@Stateless
public class TrialNeighbour {
    @Resource
    private SessionContext session;

    /** For other desks only. */
    @RolesAllowed(Role.DESK)
    public String forDesks() {
        return "resident=" + session.isCallerInRole(Role.RESIDENT);
    }

    /** For timers and receivers only. */
    @RolesAllowed(Role.SYSTEM)
    public String forTheSystem() {
        return "ticked";
    }
}
