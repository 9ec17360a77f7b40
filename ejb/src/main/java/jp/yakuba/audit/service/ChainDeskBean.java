package jp.yakuba.audit.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditFilter;
import jp.yakuba.audit.api.AuditLine;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.audit.api.ChainDesk;
import jp.yakuba.audit.api.ChainHead;
import jp.yakuba.audit.api.ChainReport;
import jp.yakuba.audit.store.AuditSearchStore;
import jp.yakuba.audit.store.ChainStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;

/** Behind the auditor's desk. */
@Stateless
public class ChainDeskBean implements ChainDesk {
    private AuditSearchStore entries;
    private ChainStore chain;
    private AuditDesk audit;
    private OfficeClock clock;

    protected ChainDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ChainDeskBean(AuditSearchStore entries, ChainStore chain, AuditDesk audit, OfficeClock clock) {
        this.entries = entries;
        this.chain = chain;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.AUDITOR)
    public Page<AuditLine> search(AuditFilter filter, PageRequest request) {
        audit.looked(new AuditNote("audit.search", filter.personId(), "audit-log", filter.objectId(), null));
        return new Page<>(entries.list(filter, request), entries.count(filter, COUNTED_AT_MOST), request);
    }

    @Override
    @RolesAllowed(Role.AUDITOR)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ChainReport verify() {
        var report = chain.verify(clock);
        audit.looked(new AuditNote("audit.verify", null, "audit-log", String.valueOf(report.headSequence()),
                report.holds() ? "holds" : report.firstBreak().kind().name()));
        return report;
    }

    @Override
    @RolesAllowed({Role.AUDITOR, Role.OPERATOR})
    public Optional<ChainHead> head() {
        return chain.head();
    }

    @Override
    @RolesAllowed(Role.AUDITOR)
    public List<ChainHead> listStamps(LocalDate from, LocalDate until) {
        return chain.listStamps(from, until);
    }
}
