package jp.yakuba.document.service.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.document.api.MonthNumbers;
import jp.yakuba.document.api.RecordNumbersDesk;
import jp.yakuba.document.store.record.MonthStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Behind the desk of numbers about records. */
@Stateless
public class RecordNumbersDeskBean implements RecordNumbersDesk {
    private MonthStore store;

    protected RecordNumbersDeskBean() {
        // for the container
    }

    @Inject
    public RecordNumbersDeskBean(MonthStore store) {
        this.store = store;
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public List<MonthNumbers> byMonth(LocalDate from, LocalDate until) {
        return store.list(from.atStartOfDay(OfficeClock.ZONE).toInstant(), until.plusDays(1).atStartOfDay(OfficeClock.ZONE).toInstant(),
                OfficeClock.ZONE.getId());
    }
}
