package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.service.CopyRound.Signed;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.exchange.service.container.PublicationPage;
import jp.yakuba.exchange.service.container.PublicationState;
import jp.yakuba.exchange.service.container.PublicationXml;
import jp.yakuba.exchange.store.CopyStore.Copy;
import jp.yakuba.organization.api.OrganizationDesk;

/** Asks another office what changed in a publication, page by page, and has it taken once all of it is verified. It holds no transaction while it talks. */
@ApplicationScoped
public class CopyFetcher {
    private static final Logger LOG = System.getLogger(CopyFetcher.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int OK = 200;
    /** The office is away. */
    static final String AWAY = "AWAY";
    /** The publication stands behind the copy: it was set back there, and has not caught up yet. */
    static final String GONE_BACK = "GONE-BACK";
    /** An item that cannot be taken here. */
    static final String NOT_UNDERSTOOD = "NOT-UNDERSTOOD";
    /** More than a copy may have. */
    static final String TOO_LARGE = "TOO-LARGE";

    private PeerLine line;
    private CopyRound round;
    private PublicationXml xml;
    private OrganizationDesk organization;

    protected CopyFetcher() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public CopyFetcher(PeerLine line, CopyRound round, PublicationXml xml, OrganizationDesk organization) {
        this.line = line;
        this.round = round;
        this.xml = xml;
        this.organization = organization;
    }

    /** What the other office said no with; it is written down beside the copy. */
    private static final class NotRead extends Exception {
        private static final long serialVersionUID = 1L;

        NotRead(String code) {
            super(code);
        }
    }

    /** Makes the copy as new as the publication is, or writes down what is in the way. */
    public void fetch(Copy copy) {
        try {
            var since = PublicationState.of(copy.state());
            var address = round.addressOf(copy.peer());
            try {
                take(copy, since.serial() == 0, pages(copy, address, since));
            } catch (NotRead gap) {
                if (since.serial() == 0 || !ExchangeProblem.STATE_UNKNOWN.code().equals(gap.getMessage())) {
                    throw gap;
                }
                take(copy, true, pages(copy, address, PublicationState.BEGINNING));
            }
        } catch (PeerUnreachable away) {
            LOG.log(Level.INFO, "The office {0} is not reached for {1}: {2}", copy.peer(), copy.name(), away.getMessage());
            round.postpone(copy, AWAY);
        } catch (NotRead refused) {
            LOG.log(Level.WARNING, "The copy of {1} of the office {0} stays as it is: {2}", copy.peer(), copy.name(), refused.getMessage());
            round.postpone(copy, refused.getMessage());
        } catch (ContainerRefused unbelieved) {
            LOG.log(Level.ERROR, "A page of {1} of the office {0} is not believed: {2}", copy.peer(), copy.name(), unbelieved.detail());
            round.postpone(copy, unbelieved.fault().code());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "The copy of " + copy.name() + " of the office " + copy.peer() + " cannot be made newer", broken);
            round.postpone(copy, broken.getClass().getSimpleName());
        }
    }

    private void take(Copy copy, boolean whole, List<Signed> pages) throws NotRead {
        var fault = round.fault(copy.name(), pages);
        if (fault.isPresent()) {
            LOG.log(Level.WARNING, "An item of {0} of the office {1} cannot be taken: {2}", copy.name(), copy.peer(), fault.get());
            throw new NotRead(NOT_UNDERSTOOD);
        }
        if (!round.take(copy, whole, pages)) {
            throw new NotRead(GONE_BACK);
        }
    }

    private List<Signed> pages(Copy copy, URI address, PublicationState since) throws PeerUnreachable, ContainerRefused, NotRead {
        var pages = new ArrayList<Signed>();
        long bytes = 0;
        for (var from = since; pages.isEmpty() || !pages.get(pages.size() - 1).page().isLast(); from = pages.get(pages.size() - 1).page().state()) {
            var signed = page(copy, address, from);
            pages.add(signed);
            bytes += signed.xml().length;
            if (bytes > MOST_BYTES) {
                throw new NotRead(TOO_LARGE);
            }
        }
        return pages;
    }

    private Signed page(Copy copy, URI address, PublicationState since) throws PeerUnreachable, ContainerRefused, NotRead {
        var reply = line.ask(new PeerLine.Request(copy.peer(), "GET", URI.create(address + "/publications/" + copy.name() + "?since=" + since), Map.of(),
                null, 0, PATIENCE));
        if (reply.status() != OK) {
            throw new NotRead(Courier.codeOf(reply));
        }
        var page = xml.read(reply.body(), new PublicationPage.Question(copy.name(), copy.peer(), organization.town().code(), since));
        var signed = new Signed(page, reply.body());
        round.note(copy, signed);
        return signed;
    }
}
