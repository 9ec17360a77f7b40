package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.document.api.OfficeViewState;
import jp.yakuba.document.api.SigningState;
import jp.yakuba.document.api.VirusScanState;
import jp.yakuba.exchange.api.ExchangeWatchDesk;
import jp.yakuba.kernel.glyph.HouseFonts;
import jp.yakuba.messaging.api.BacklogView;
import jp.yakuba.messaging.api.MessagingDesk;
import jp.yakuba.notification.api.MailDesk;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.ClockView;
import jp.yakuba.signature.api.KeyState;
import jp.yakuba.web.shell.Messages;

/** Behind {@code office/health.xhtml}: how the office is, in words, and in a sample town the hand on its clock. */
@Named
@RequestScoped
public class OperationPage {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Inject
    private MessagingDesk messaging;

    @Inject
    private MailDesk mail;

    @Inject
    private FileDesk files;

    @Inject
    private ClockDesk desk;

    @Inject
    private Messages messages;

    @Inject
    private DraftingDesk drafting;

    @Inject
    private OfficeSignatureDesk signatures;

    @Inject
    private OfficeWords office;

    @Inject
    private ExchangeWatchDesk exchange;

    private Long days;

    private ClockView clock;
    private List<Sign> signs;

    /** How one part is: key of its name, sign, state and words, and where to see more (null if nowhere). */
    public record Sign(String part, String code, String state, String words, String href) {}

    /** Every part an operator asks about. */
    public List<Sign> getSigns() {
        if (signs == null) {
            var backlog = messaging.backlog();
            signs = List.of(outgoing(backlog), setAside(backlog), mail(), scan(), officeFiles(), names(), signing(), stamps(), exchange());
        }
        return signs;
    }

    private Sign outgoing(BacklogView backlog) {
        var late = backlog.oldest() != null && backlog.oldest().plus(LONG).isBefore(getClock().now());
        return sign("outgoing", !late, late ? "you" : "done",
                messages.of("office.messages.out.sum", backlog.unsent(), backlog.undone()), "/office/outbox");
    }

    private Sign setAside(BacklogView backlog) {
        return sign("setAside", backlog.setAside() == 0, backlog.setAside() == 0 ? "done" : "you",
                messages.of("office.messages.sum", backlog.setAside()), "/office/messages");
    }

    private Sign mail() {
        var stuck = mail.countStranded();
        return sign("mail", stuck == 0, stuck == 0 ? "done" : "you",
                messages.of("office.health.mail.words", mail.countWaiting(), stuck), "/office/mails");
    }

    private Sign scan() {
        var state = files.virusScan();
        return sign("scan", state != VirusScanState.SILENT, state == VirusScanState.SILENT ? "stop" : state == VirusScanState.OFF ? "none" : "done",
                messages.get("office.health.scan." + state), null);
    }

    private Sign officeFiles() {
        var on = drafting.officeView() == OfficeViewState.ON;
        return sign("officeFiles", on, on ? "done" : "none", messages.get("office.health.officeFiles." + (on ? "on" : "off")), null);
    }

    private Sign names() {
        var all = HouseFonts.ofNames().isPresent();
        return sign("names", all, all ? "done" : "none", messages.get("office.health.names." + (all ? "all" : "some")), null);
    }

    private Sign signing() {
        var state = signatures.state();
        var words = messages.get("office.health.signing." + state.key());
        return sign("signing", state.key() == KeyState.WORKING,
                state.key() == KeyState.WORKING ? "done" : state.key() == KeyState.OFF ? "none" : "stop",
                state.until() == null ? words : words + messages.of("office.health.signing.until", office.exact(state.until())), null);
    }

    private Sign stamps() {
        var state = signatures.state();
        return sign("stamps", state.stamps() == SigningState.Stamps.WORKING,
                state.stamps() == SigningState.Stamps.WORKING ? "done" : state.stamps() == SigningState.Stamps.OFF ? "none" : "you",
                messages.of("office.health.stamps." + state.stamps(), state.waiting()), null);
    }

    private Sign exchange() {
        var state = exchange.state();
        return sign("exchange", !state.needsLook(), !state.isOn() ? "none" : state.needsLook() ? "you" : "done",
                messages.of("office.health.exchange.words", state.waiting(), state.ending(), state.listsOver()), "/office/exchange-watch");
    }

    private Sign sign(String part, boolean well, String code, String words, String href) {
        return new Sign(part, code, messages.get("none".equals(code) ? "office.health.off" : well ? "office.health.well" : "office.health.look"), words, href);
    }

    /** The office's time and how far it was moved. */
    public ClockView getClock() {
        if (clock == null) {
            clock = desk.current();
        }
        return clock;
    }

    /** Moves the clock of a sample town by whole days against real time. */
    public String shift() {
        desk.shift(Duration.ofDays(days));
        return "/office/health.xhtml?faces-redirect=true";
    }

    /** By how many days it shall go wrong; by how many it does until somebody says otherwise. */
    public Long getDays() {
        return days == null ? Long.valueOf(getClock().shift().toDays()) : days;
    }

    public void setDays(Long days) {
        this.days = days;
    }
}
