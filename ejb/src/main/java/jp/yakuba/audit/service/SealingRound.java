package jp.yakuba.audit.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import jp.yakuba.audit.api.ChainHead;
import jp.yakuba.audit.gateway.TimestampAuthority;
import jp.yakuba.audit.store.ChainStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** What the sealer does at a tick, each part in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealingRound {
    private static final Logger LOG = System.getLogger(SealingRound.class.getName());
    private static final int BATCH = 1_000;
    private static final String OFFICE = "office";

    private ChainStore chain;
    private OfficeClock clock;
    private Instance<TimestampAuthority> authorities;

    protected SealingRound() {
        // for the container
    }

    /** For the container. */
    @Inject
    public SealingRound(ChainStore chain, OfficeClock clock, Instance<TimestampAuthority> authorities) {
        this.chain = chain;
        this.clock = clock;
        this.authorities = authorities;
    }

    /** Seals a batch; true if more may wait. */
    @RolesAllowed(Role.SYSTEM)
    public boolean sealBatch() {
        return chain.sealNext(BATCH, clock.now()) == BATCH;
    }

    /** Publishes the head in the database and in the log of the server, which its keepers ship elsewhere. */
    @RolesAllowed(Role.SYSTEM)
    public void publishHead() {
        chain.head().filter(this::isNew).ifPresent(head -> {
            chain.publish(head, clock.now());
            LOG.log(Level.INFO, "audit head {0} {1}", String.valueOf(head.sequence()), head.hash());
        });
    }

    /** Has today's head stamped, once; an authority that cannot be reached is asked again at the next tick. */
    @RolesAllowed(Role.SYSTEM)
    public void stampDay() {
        var today = clock.today();
        if (chain.isStamped(today)) {
            return;
        }
        chain.head().ifPresent(head -> {
            try {
                var authority = authority();
                var token = authority == null ? null : authority.stamp(HexFormat.of().parseHex(head.hash()));
                chain.stamp(today, new ChainHead(head.sequence(), head.hash(), clock.now(),
                        authority == null ? OFFICE : authority.name()), token);
                LOG.log(Level.INFO, "audit stamp {0} {1} {2}", today, String.valueOf(head.sequence()), head.hash());
            } catch (IOException unreachable) {
                LOG.log(Level.WARNING, "The timestamp authority did not answer; asked again in a minute: {0}",
                        unreachable.getMessage());
            }
        });
    }

    private boolean isNew(ChainHead head) {
        return chain.lastPublished().map(published -> published.sequence() < head.sequence()).orElse(true);
    }

    private TimestampAuthority authority() {
        return authorities.stream().filter(TimestampAuthority::isConfigured).findFirst().orElse(null);
    }
}
