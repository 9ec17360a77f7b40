package jp.yakuba.approval.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.kernel.Role;

/** Approves one of many in a transaction of its own, so that what is refused takes nothing else with it. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ApprovalEach {
    private Approving approving;

    protected ApprovalEach() {
        // for the container
    }

    @Inject
    public ApprovalEach(Approving approving) {
        this.approving = approving;
    }

    /** Approves what the actor has opened since it last changed; returns the title. */
    @RolesAllowed(Role.DESK)
    public String approveOpened(UUID id) {
        return approving.approveOpened(id);
    }
}
