package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.exchange.service.container.ContainerCheck;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.exchange.store.ArrivalStore;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.organization.api.OrganizationDesk;

/**
 * Judges what is kept: the container is put together on local disk and checked outside of every transaction; then record, files and
 * receipt are written in one, or the refusal. Whatever breaks off leaves the message as it was, and it is judged again.
 */
@ApplicationScoped
public class ArrivalJudge {
    private static final Logger LOG = System.getLogger(ArrivalJudge.class.getName());

    @Inject
    private ArrivalRound round;

    @Inject
    private ArrivalStore store;

    @Inject
    private ContainerCheck check;

    @Inject
    private ServiceGate gate;

    @Inject
    private Acceptance acceptance;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private LettersAtHand letters;

    /** Judges a message that was claimed. */
    public void judge(ArrivalKey key) {
        try (var work = letters.begin()) {
            judged(key);
        } catch (Exception broken) { // what a commit refuses comes as a checked exception that nobody declares
            LOG.log(Level.ERROR, "The message " + key.id() + " of " + key.peer() + " cannot be judged now", broken);
            round.postpone(key, broken.getClass().getSimpleName());
        }
    }

    private void judged(ArrivalKey key) throws IOException {
        var arrival = round.read(key);
        var container = Files.createTempFile("yakuba-arrival-", ".asice");
        try {
            if (!assemble(arrival, container).equals(arrival.sha256())) {
                round.refuse(key, ExchangeFault.CONTAINER_UNREADABLE, "the whole does not have the announced hash");
                return;
            }
            accept(arrival, container);
        } finally {
            Files.deleteIfExists(container);
        }
    }

    private void accept(Arrival arrival, Path container) throws IOException {
        var key = arrival.key();
        try (var checked = check.check(container, organization.town().code(), key.peer())) {
            var head = checked.head();
            if (!head.messageId().equals(key.id()) || !head.conversationId().equals(arrival.conversation())
                    || head.sequence() != arrival.sequence() || !head.service().equals(arrival.service())) {
                round.refuse(key, ExchangeFault.HEAD_INVALID, "the head does not say what was announced");
                return;
            }
            acceptance.accept(key, container, checked, gate.require(key.peer(), checked));
        } catch (ContainerRefused refused) {
            if (refused.fault() == ExchangeFault.CERTIFICATE_UNCHECKED) {
                round.postpone(key, refused.fault().code()); // a revocation list that we lack is no fault of the sender
                return;
            }
            round.refuse(key, refused.fault(), refused.detail());
        } catch (Acceptance.NotServed suspended) {
            round.rest(key);
        } catch (RuleViolation unkept) {
            unkept(key, unkept);
        }
    }

    /** A file that this office does not take is a fault of the message; a virus scanner that is away is not. */
    private void unkept(ArrivalKey key, RuleViolation violation) {
        if (violation.problem() == DocumentProblem.VIRUS_FOUND) {
            round.refuse(key, ExchangeFault.VIRUS_FOUND, violation.details().toString());
        } else if (violation.problem() == DocumentProblem.TYPE_NOT_TAKEN || violation.problem() == DocumentProblem.DISGUISED) {
            round.refuse(key, ExchangeFault.PART_TYPE, violation.details().toString());
        } else {
            round.postpone(key, violation.problem().code());
        }
    }

    private String assemble(Arrival arrival, Path target) throws IOException {
        var digest = Sha256.begin();
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int number = 0; number < arrival.chunks(); number++) {
                var piece = store.piece(arrival.key(), number);
                digest.update(piece);
                out.write(piece);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
