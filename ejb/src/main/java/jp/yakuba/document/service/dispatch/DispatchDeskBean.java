package jp.yakuba.document.service.dispatch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.DispatchSheet;
import jp.yakuba.document.api.NumberRegister;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.PostedNotice;
import jp.yakuba.document.api.PostingLine;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.SealLine;
import jp.yakuba.document.api.SendByRule;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.document.service.drafting.DraftBook;
import jp.yakuba.document.service.drafting.ShieldedDrafts;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;

/** Behind the dispatch desk: a section sends out what it decided; who keeps its records takes and gives up numbers. */
@Stateless
@RunAs(Role.DESK)
public class DispatchDeskBean implements DispatchDesk {
    private static final int LONGEST = 300;

    private Dispatching dispatching;
    private RuleNotices ruleNotices;
    private DispatchReading reading;
    private Numbering numbering;
    private CopyPress press;
    private DispatchRegisters registers;
    private DraftBook book;
    private ShieldedDrafts shielded;
    private OwnRecords own;

    protected DispatchDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public DispatchDeskBean(Dispatching dispatching, RuleNotices ruleNotices, DispatchReading reading, Numbering numbering, CopyPress press,
            DispatchRegisters registers, DraftBook book, ShieldedDrafts shielded,
            OwnRecords own) {
        this.dispatching = dispatching;
        this.ruleNotices = ruleNotices;
        this.reading = reading;
        this.numbering = numbering;
        this.press = press;
        this.registers = registers;
        this.book = book;
        this.shielded = shielded;
        this.own = own;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public DispatchSheet prepare(UUID draftId) {
        return dispatching.sheet(draftId);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void preview(UUID draftId, NumberSeries series, OutputStream out) {
        var draft = dispatching.decided(draftId, "document.dispatch-preview");
        press.print(shielded.words(book.latest(draft)), draft.section(), "（番号は施行のときに付きます）", null, out);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public RecordView send(SendOut command) {
        return dispatching.send(command);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public RecordView sendByRule(SendByRule notice) {
        return ruleNotices.send(notice);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public UUID takeNumber(UUID once, NumberSeries series, String section, String purpose) {
        if (numbering.findTaken(once).isEmpty()) {
            var taken = numbering.take(once, series, section, Reasons.given(purpose, LONGEST));
            own.changed("document.number-take", once, taken.line().number());
        }
        return once;
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void giveUpNumber(UUID takenId, String reason) {
        own.changed("document.number-missing", takenId, numbering.giveUp(takenId, Reasons.given(reason, LONGEST)).number());
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public NumberRegister listNumbers(NumberSeries series, String section, int year, PageRequest page) {
        return registers.numbers(series, section, year, page);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public Page<SealLine> listSeals(PageRequest page) {
        return registers.seals(page);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<PostingLine> listPosting(String section, LocalDate day) {
        return reading.posting(section, day);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void printPosting(String section, LocalDate day, OutputStream out) {
        reading.printPosting(section, day, out);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void printLabel(UUID deliveryId, OutputStream out) {
        reading.printLabel(deliveryId, out);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public InputStream openCopy(UUID deliveryId) {
        return reading.openCopy(deliveryId);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public Page<PostedNotice> listPosted(PageRequest page) {
        return registers.notices(page);
    }

    @Override
    @RolesAllowed(Role.RESIDENT)
    public InputStream openMine(UUID deliveryId) {
        return reading.openMine(deliveryId);
    }
}
