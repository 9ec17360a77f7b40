package jp.yakuba.document.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;

/**
 * Takes away bytes that came for drafts alone and that nobody uses any more (不要ファイルの削除), so many days after they came; each
 * handful in a transaction of its own.
 */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FileSweep {
    private static final String KEPT_DAYS = "file.unused.days";
    private static final int USUAL_DAYS = 7;
    private static final int HANDFUL = 50;

    private FileStore store;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected FileSweep() {
        // for the container
    }

    @Inject
    public FileSweep(FileStore store, OrganizationDesk organization, OfficeClock clock) {
        this.store = store;
        this.organization = organization;
        this.clock = clock;
    }

    /** Takes a handful away; returns how many. */
    @RolesAllowed(Role.SYSTEM)
    public int sweep() {
        int days = organization.findSetting(KEPT_DAYS, clock.today()).map(Integer::parseInt).orElse(USUAL_DAYS);
        return store.sweep(clock.now().minus(Duration.ofDays(days)), HANDFUL);
    }
}
