package jp.yakuba.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.kernel.OfficeCalendar;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.notification.api.NoticeBoxDesk;
import jp.yakuba.notification.api.NoticeLine;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.portal.api.GuideDesk;
import jp.yakuba.portal.api.GuideLine;
import jp.yakuba.web.application.StateWords;

/** Behind {@code home.xhtml}: what can be done here, and for those signed in what is going on. */
@Named
@RequestScoped
public class HomePage {
    private static final List<String> ASKED_OFTEN = List.of("residence-certificate", "my-number-card", "child-allowance", "seal-registration");

    private static final int SOON = 45;
    private static final int MOST_NEWS = 3;

    @Inject
    private GuideDesk guides;

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private ApplicationDesk applications;

    @Inject
    private DraftDesk drafts;

    @Inject
    private NoticeBoxDesk box;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    private List<GuideLine> lines;
    private List<ProcedureView> often;
    private MyBox numbers;
    private List<NoticeLine> notices;

    /** Numbers of the box for people signed in: to do, under way, drafts. */
    public record MyBox(long yours, long underWay, int drafts) {}

    /** The guides that are open. */
    public List<GuideLine> getGuides() {
        if (lines == null) {
            lines = guides.list();
        }
        return lines;
    }

    /** Procedures that many look for, as far as the catalogue has them. */
    public List<ProcedureView> getOften() {
        if (often == null) {
            often = ASKED_OFTEN.stream().flatMap(code -> catalogue.findByCode(code).stream()).toList();
        }
        return often;
    }

    /** True if the counters are open today. */
    public boolean isOpenToday() {
        return calendar().isOpen(clock.today());
    }

    /** The next day on which the counters open. */
    public LocalDate getNextOpen() {
        return calendar().nextOpen(clock.today().plusDays(1));
    }

    /** Days of the working week, soon, on which the counters stay closed. */
    public List<LocalDate> getDaysOff() {
        var calendar = calendar();
        var tomorrow = clock.today().plusDays(1);
        return tomorrow.datesUntil(tomorrow.plusDays(SOON))
                .filter(day -> day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !calendar.isOpen(day))
                .limit(MOST_NEWS).toList();
    }

    /** The latest notices for whoever is signed in. */
    public List<NoticeLine> getNotices() {
        if (notices == null) {
            notices = box.listMine(new PageRequest(0, MOST_NEWS)).rows();
        }
        return notices;
    }

    private OfficeCalendar calendar() {
        return organization.calendar();
    }

    public MyBox getBox() {
        if (numbers == null) {
            var states = applications.listMine().stream()
                    .flatMap(bundle -> bundle.applications().stream())
                    .map(line -> line.state())
                    .toList();
            numbers = new MyBox(
                    states.stream().filter(state -> state == ApplicationState.CORRECTION).count(),
                    states.stream().filter(state -> !StateWords.isOver(state)).count(),
                    drafts.listMine().size());
        }
        return numbers;
    }
}
