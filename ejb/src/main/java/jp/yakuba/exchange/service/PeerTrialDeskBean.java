package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.NO_SUCH_PEER;
import static jp.yakuba.exchange.api.ExchangeProblem.TRIED_JUST_NOW;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.exchange.api.PeerTrialDesk;
import jp.yakuba.exchange.api.TrialStep;
import jp.yakuba.exchange.model.Peer;
import jp.yakuba.exchange.store.PeerStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk for trials of a line. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PeerTrialDeskBean implements PeerTrialDesk {
    private PeerStore peers;
    private PeerTrial trial;
    private TrialPace pace;
    private AuditDesk audit;

    protected PeerTrialDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public PeerTrialDeskBean(PeerStore peers, PeerTrial trial, TrialPace pace, AuditDesk audit) {
        this.peers = peers;
        this.trial = trial;
        this.pace = pace;
        this.audit = audit;
    }

    @Override
    @RolesAllowed(Role.OPERATOR)
    public List<TrialStep> run(String code) {
        var peer = peers.find(code).map(Peer::view).orElseThrow(() -> new RuleViolation(NO_SUCH_PEER));
        if (!pace.mayTry(code)) {
            throw new RuleViolation(TRIED_JUST_NOW);
        }
        audit.looked(new AuditNote("exchange.peer-trial", null, "peer", code, null));
        try {
            return trial.run(peer);
        } finally {
            pace.tried(code);
        }
    }
}
