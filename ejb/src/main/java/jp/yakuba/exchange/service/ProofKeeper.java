package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.model.KeptProof;
import jp.yakuba.exchange.model.Pause;
import jp.yakuba.exchange.model.ProofPart;
import jp.yakuba.exchange.service.container.AnswerXml;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.exchange.store.KeptProofStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.signature.api.Extended;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.ProofFailed;
import jp.yakuba.signature.api.ProofFault;
import jp.yakuba.signature.api.SigningMeans;

/**
 * Keeps the signatures of exchanged containers and of the answers to them provable: soon after the exchange with everything that proves certificates under an archive time
 * stamp, later with a new one before that ends. Time stamps are fetched outside of every transaction, and no message waits for them.
 */
@ApplicationScoped
public class ProofKeeper {
    private static final Logger LOG = System.getLogger(ProofKeeper.class.getName());
    private static final String RENEW_BEFORE = "signing.renew-before.days";
    private static final int USUAL_DAYS = 180;
    private static final int MOST = 500;
    /** Lists are issued once a day. */
    private static final Duration FOR_LISTS = Duration.ofHours(6);

    @Inject
    private KeptProofStore store;

    @Inject
    private SigningMeans means;

    @Inject
    private ContainerPress press;

    @Inject
    private AnswerXml answers;

    @Inject
    private FileDesk files;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /**
     * What was made for a signature.
     *
     * @param missing why it is less than was wanted, and is tried again; null if it is not
     */
    public record Made(Extended extended, ProofFault missing) {}

    /** Proof of some strength for one signature. */
    @FunctionalInterface
    private interface Prolonging {
        Extended with(Proof proof) throws IOException, ContainerRefused;
    }

    /** Takes on what was exchanged since; nothing while no time stamp service is named. */
    @Transactional(TxType.REQUIRES_NEW)
    public void enlist() {
        if (means.hasStamps()) {
            store.enlist(clock.now(), MOST);
        }
    }

    /** The next that is due. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<KeptProof> claim() {
        return means.hasStamps() ? store.claim(clock.now()) : Optional.empty();
    }

    /** Makes what keeps it provable: with everything if the lists are there, else with a time stamp at least. */
    public Made make(KeptProof due) throws IOException, ContainerRefused {
        return due.part() == ProofPart.CONTAINER ? ofContainer(due) : ofAnswer(due);
    }

    private Made ofContainer(KeptProof due) throws IOException, ContainerRefused {
        var container = Files.createTempFile("yakuba-keep-", ".asice");
        try {
            try (var content = files.open(due.sha256())) {
                Files.copy(content, container, StandardCopyOption.REPLACE_EXISTING);
            }
            return made(due, proof -> press.prolong(container, due.signatures(), proof));
        } finally {
            Files.deleteIfExists(container);
        }
    }

    private Made ofAnswer(KeptProof due) throws IOException, ContainerRefused {
        var latest = due.signatures() == null ? store.answerTo(due) : due.signatures();
        if (latest == null) {
            throw new IOException("The answer is gone");
        }
        return made(due, proof -> answers.prolong(latest, proof));
    }

    private static Made made(KeptProof due, Prolonging prolonging) throws IOException, ContainerRefused {
        try {
            return new Made(prolonging.with(Proof.KEEPING), null);
        } catch (ProofFailed unproven) {
            boolean aboutStamps = unproven.fault() != ProofFault.NO_LISTS && unproven.fault() != ProofFault.NOT_VALID;
            if (aboutStamps || due.signatures() != null) {
                throw unproven;
            }
            return new Made(prolonging.with(Proof.STAMP), unproven.fault());
        }
    }

    /** Keeps what was made. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(KeptProof due, Made made) {
        var now = clock.now();
        var until = made.extended().stampUntil();
        var next = made.missing() == null ? KeptProof.renewal(now, until, renewBefore()) : now.plus(FOR_LISTS);
        store.keep(due, made.extended().content(), now, until, next);
    }

    /** It waits, with longer and longer pauses; the reason stands in the log and in the table. */
    @Transactional(TxType.REQUIRES_NEW)
    public void postpone(KeptProof due, Exception obstacle) {
        var problem = obstacle instanceof ProofFailed unproven ? unproven.fault().name() : obstacle.getClass().getSimpleName();
        LOG.log(Level.WARNING, "The proof of the {0} of message {1} waits ({2})", due.part(), due.message(), problem);
        var pause = problem.equals(ProofFault.NO_LISTS.name()) || problem.equals(ProofFault.NOT_VALID.name()) ? FOR_LISTS : Pause.after(due.attempts());
        store.postpone(due, problem, clock.now().plus(pause));
    }

    private Duration renewBefore() {
        return Duration.ofDays(organization.findSetting(RENEW_BEFORE, clock.today()).map(Integer::parseInt).orElse(USUAL_DAYS));
    }
}
