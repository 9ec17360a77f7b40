package jp.yakuba.servertrial;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jp.yakuba.kernel.Role;

/** A desk that residents may ask, and that asks its neighbour as a desk. */
@Stateless
@RunAs(Role.DESK)
public class TrialDesk {
    @Inject
    private TrialNeighbour neighbour;

    @Resource
    private SessionContext session;

    /** Open to residents; passes through the neighbour's door. */
    @RolesAllowed(Role.RESIDENT)
    public String ask() {
        return session.getCallerPrincipal().getName() + " " + neighbour.forDesks();
    }

    /** Names no role, and so is closed to everybody. */
    public String forgotten() {
        return "open";
    }
}
