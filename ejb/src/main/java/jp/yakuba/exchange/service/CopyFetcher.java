package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.service.CopyRound.Progress;
import jp.yakuba.exchange.service.CopyRound.Signed;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.exchange.service.container.PublicationPage;
import jp.yakuba.exchange.service.container.PublicationState;
import jp.yakuba.exchange.service.container.PublicationXml;
import jp.yakuba.exchange.store.CopyStore.Copy;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.organization.api.OrganizationDesk;

/**
 * Asks another office what changed in a publication, page by page, and has it taken once all of it is verified. Verified pages are kept,
 * so a refusal, a slow line or a new start costs none of them. It holds no transaction while it talks.
 */
@ApplicationScoped
public class CopyFetcher {
    private static final Logger LOG = System.getLogger(CopyFetcher.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** After this time it is the next copy's turn: an office that is slow holds up nobody else's. */
    private static final Duration TURN = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final int MOST_PAGES = 5_000;
    private static final int OK = 200;
    /** After so many attempts in a row that came to nothing the pages are read anew: the fault may be in them. */
    private static final int ATTEMPTS_WITH_PAGES = 2;
    /** The office is away. */
    static final String AWAY = "AWAY";
    /** The publication stands behind the copy: it was set back there, and has not caught up yet. */
    static final String GONE_BACK = "GONE-BACK";
    /** An item that cannot be taken here. */
    static final String NOT_UNDERSTOOD = "NOT-UNDERSTOOD";
    /** Part of the publication was read; the reading goes on. */
    static final String READING = "READING";
    /** Something failed here. */
    static final String BROKEN = "BROKEN";
    /** More than a copy may have. */
    static final String TOO_LARGE = "TOO-LARGE";

    private PeerLine line;
    private CopyRound round;
    private PublicationXml xml;
    private OrganizationDesk organization;
    private Duration turn;

    protected CopyFetcher() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public CopyFetcher(PeerLine line, CopyRound round, PublicationXml xml, OrganizationDesk organization) {
        this(line, round, xml, organization, TURN);
    }

    /** For tests: with a turn of another length. */
    public CopyFetcher(PeerLine line, CopyRound round, PublicationXml xml, OrganizationDesk organization, Duration turn) {
        this.line = line;
        this.round = round;
        this.xml = xml;
        this.organization = organization;
        this.turn = turn;
    }

    /** What the other office said no with; it is written down beside the copy. */
    private static final class NotRead extends Exception {
        private static final long serialVersionUID = 1L;

        NotRead(String code) {
            super(code);
        }
    }

    /** Makes the copy as new as the publication is, reads a part of it, or writes down what is in the way. */
    public void fetch(Copy copy) {
        var before = round.progress(copy);
        try {
            if (!isRead(copy, before)) {
                round.goOn(copy, READING, Duration.ZERO);
            } else if (!isTaken(copy)) {
                throw new NotRead(GONE_BACK);
            }
        } catch (PeerUnreachable away) {
            LOG.log(Level.INFO, "The office {0} is not reached for {1}: {2}", copy.peer(), copy.name(), away.getMessage());
            round.postpone(copy, AWAY);
        } catch (NotRead refused) {
            refused(copy, before, refused.getMessage());
        } catch (ContainerRefused unbelieved) {
            LOG.log(Level.ERROR, "A page of {1} of the office {0} is not believed: {2}", copy.peer(), copy.name(), unbelieved.detail());
            round.postpone(copy, unbelieved.fault().code());
        } catch (CopyRound.Overtaken slow) {
            LOG.log(Level.INFO, "Somebody else asks the office {0} for {1} by now", copy.peer(), copy.name());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "The copy of {1} of the office {0} cannot be made newer: {2}", copy.peer(), copy.name(), PatientDeed.essence(broken));
            if (copy.attempts() >= ATTEMPTS_WITH_PAGES || isUnreadable(broken)) {
                round.abandon(copy);
            }
            round.postpone(copy, BROKEN);
        }
    }

    /** True if a page that was kept cannot be read any more; only reading it anew helps. */
    private static boolean isUnreadable(Throwable broken) {
        return broken instanceof ContainerRefused || broken.getCause() != null && isUnreadable(broken.getCause());
    }

    private boolean isTaken(Copy copy) {
        round.allowLong(true);
        try {
            return round.take(copy);
        } finally {
            round.allowLong(false);
        }
    }

    private void refused(Copy copy, Progress before, String code) {
        if (ExchangeProblem.TOO_MANY.code().equals(code) && !round.progress(copy).state().equals(before.state())) {
            round.goOn(copy, READING, MINUTE);
            return;
        }
        LOG.log(Level.WARNING, "The copy of {1} of the office {0} stays as it is: {2}", copy.peer(), copy.name(), code);
        round.postpone(copy, code);
    }

    /** Reads on; false if the turn is over before the last page. What was read is kept. */
    private boolean isRead(Copy copy, Progress before) throws PeerUnreachable, ContainerRefused, NotRead, CopyRound.Overtaken {
        var address = round.addressOf(copy.peer());
        long begin = System.nanoTime();
        for (var progress = before; ; ) {
            var signed = page(copy, address, progress.state());
            if (signed.isEmpty()) {
                progress = round.beginAnew(copy).orElseThrow(() -> new NotRead(ExchangeProblem.STATE_UNKNOWN.code()));
                continue;
            }
            keep(copy, progress, signed.get());
            if (signed.get().page().isLast()) {
                return true;
            }
            if (System.nanoTime() - begin >= turn.toNanos()) {
                return false;
            }
            progress = progress.after(signed.get());
        }
    }

    private void keep(Copy copy, Progress progress, Signed signed) throws NotRead, CopyRound.Overtaken {
        var fault = round.keep(copy, progress.next(), signed);
        if (fault.isPresent()) {
            LOG.log(Level.WARNING, "An item of {0} of the office {1} cannot be taken: {2}", copy.name(), copy.peer(), fault.get());
            throw new NotRead(NOT_UNDERSTOOD);
        }
        var after = progress.after(signed);
        if (after.pages() > MOST_PAGES || after.bytes() > MOST_BYTES || round.isFull(copy)) {
            round.abandon(copy);
            throw new NotRead(TOO_LARGE);
        }
    }

    /** The next page; empty if the state from which it tells on is not known there. */
    private Optional<Signed> page(Copy copy, URI address, PublicationState since) throws PeerUnreachable, ContainerRefused, NotRead {
        var reply = line.ask(new PeerLine.Request(copy.peer(), "GET", URI.create(address + "/publications/" + copy.name() + "?since=" + since), Map.of(),
                null, 0, PATIENCE));
        if (reply.status() != OK) {
            var code = Courier.codeOf(reply);
            if (since.serial() > 0 && ExchangeProblem.STATE_UNKNOWN.code().equals(code)) {
                return Optional.empty();
            }
            throw new NotRead(code);
        }
        var page = xml.read(reply.body(), new PublicationPage.Question(copy.name(), copy.peer(), organization.town().code(), since));
        return Optional.of(new Signed(page, reply.body()));
    }
}
