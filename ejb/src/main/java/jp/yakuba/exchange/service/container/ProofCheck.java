package jp.yakuba.exchange.service.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.ProofPoint;
import jp.yakuba.exchange.api.ProofReport;
import jp.yakuba.exchange.api.ProofState;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.SealReport;

/** Checks the evidence of a message with the same eyes that judge what arrives, and says of each point whether it holds. */
@ApplicationScoped
public class ProofCheck {
    /** Others may know what is not known here. */
    private static final Set<ExchangeFault> OPEN = Set.of(ExchangeFault.CERTIFICATE_UNKNOWN, ExchangeFault.CERTIFICATE_UNCHECKED, ExchangeFault.STAMP_UNKNOWN);
    private static final Set<ExchangeFault> OF_STAMPS = Set.of(ExchangeFault.STAMP_BROKEN, ExchangeFault.STAMP_UNKNOWN, ExchangeFault.STAMP_IN_FUTURE);
    private static final Set<ExchangeFault> OF_AUTHORITIES = Set.of(ExchangeFault.CERTIFICATE_EXPIRED, ExchangeFault.CERTIFICATE_NOT_YET,
            ExchangeFault.CERTIFICATE_REVOKED, ExchangeFault.CERTIFICATE_UNKNOWN, ExchangeFault.CERTIFICATE_UNCHECKED, ExchangeFault.CERTIFICATE_USE,
            ExchangeFault.CERTIFICATE_OFFICE);

    private ContainerCheck containers;
    private AnswerXml answers;

    protected ProofCheck() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public ProofCheck(ContainerCheck containers, AnswerXml answers) {
        this.containers = containers;
        this.answers = answers;
    }

    /**
     * Checks evidence, or a container alone.
     *
     * @param largest how many bytes the container may have
     */
    public ProofReport check(Path file, long largest) throws IOException {
        return check(file, null, largest);
    }

    /**
     * The same with an answer that came apart.
     *
     * @param apart the answer; null if it lies in the evidence or there is none
     */
    public ProofReport check(Path file, byte[] apart, long largest) throws IOException {
        try (var found = ProofFile.open(file, largest)) {
            return check(found, apart == null ? found.answer() : apart);
        } catch (ContainerRefused refused) {
            return new Finding(null).broken(refused.fault()).report();
        }
    }

    private ProofReport check(ProofFile found, byte[] answer) throws IOException {
        var finding = new Finding(sha256(found.container()));
        try (var checked = containers.examine(found.container(), found.signatures())) {
            finding.whole(checked.head(), checked.seal());
        } catch (ContainerRefused refused) {
            finding.broken(refused.fault());
        }
        if (answer != null) {
            finding.answered(read(answer, finding));
        }
        return finding.report();
    }

    /** What the recipient answered, or the fault for which nobody need believe it. */
    private record Said(Answer answer, ExchangeFault fault, ProofState state) {
        static Said broken(ExchangeFault fault) {
            return new Said(null, fault, ProofState.BROKEN);
        }
    }

    private Said read(byte[] xml, Finding finding) {
        try {
            var said = answers.examine(xml);
            if (!finding.isAbout(said.answer().letter())) {
                return Said.broken(said.fault() == null ? ExchangeFault.ANSWER_OTHER : said.fault());
            }
            var state = stateOf(said.fault(), said.outlived());
            return new Said(state == ProofState.HOLDS ? said.answer() : null, said.fault(), state);
        } catch (ContainerRefused refused) {
            return Said.broken(refused.fault());
        }
    }

    /** A certificate that is over proves nothing any more, and refutes nothing. */
    private static ProofState stateOf(ExchangeFault fault, boolean outlived) {
        if (fault == null) {
            return ProofState.HOLDS;
        }
        return outlived && fault == ExchangeFault.CERTIFICATE_EXPIRED || OPEN.contains(fault) ? ProofState.UNKNOWN : ProofState.BROKEN;
    }

    private static String sha256(Path file) throws IOException {
        var digest = Sha256.begin();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What was found so far. */
    private static final class Finding {
        private final String sha256;
        private final List<ProofReport.Line> lines = new ArrayList<>();
        private LetterHead head;
        private ProofReport.Seal seal;
        private ProofReport.Reply answer;

        Finding(String sha256) {
            this.sha256 = sha256;
        }

        Finding broken(ExchangeFault fault) {
            add(ProofPoint.WHOLE, fault);
            return this;
        }

        void whole(LetterHead found, SealReport report) {
            head = found;
            add(ProofPoint.WHOLE, null);
            var signer = report.signer();
            seal = signer == null ? null
                    : new ProofReport.Seal(signer.name(), signer.organization(), signer.issuer(), report.signedAt(), report.provenAt(), signer.until());
            judge(SealFaults.find(report, found.sender().code()).orElse(null), report);
        }

        /** Faults are looked for in the order of the points: what stands before the one with the fault holds. */
        private void judge(ExchangeFault fault, SealReport report) {
            boolean ofStamp = fault != null && OF_STAMPS.contains(fault);
            boolean ofAuthority = fault != null && OF_AUTHORITIES.contains(fault);
            add(ProofPoint.SIGNATURE, ofStamp || ofAuthority ? null : fault);
            if (fault == null || ofStamp || ofAuthority) {
                lines.add(line(ProofPoint.AUTHORITY, ofAuthority ? fault : null, report.outlived()));
            }
            if (ofStamp || fault == null && report.provenAt() != null) {
                add(ProofPoint.STAMP, fault);
            }
        }

        boolean isAbout(Answer.Letter letter) {
            return letter.sha256().equals(sha256) && (head == null || letter.messageId().equals(head.messageId())
                    && letter.sender().equals(head.sender().code()) && letter.recipient().equals(head.recipient().code()));
        }

        void answered(Said said) {
            lines.add(new ProofReport.Line(ProofPoint.ANSWER, said.state(), said.fault()));
            if (said.answer() != null) {
                var signer = said.answer().signer();
                var refusal = said.answer().refusal();
                answer = new ProofReport.Reply(said.answer().at(), said.answer().number(), refusal == null ? null : refusal.code(), signer.name(), signer.issuer());
            }
        }

        private void add(ProofPoint point, ExchangeFault fault) {
            lines.add(line(point, fault, false));
        }

        private static ProofReport.Line line(ProofPoint point, ExchangeFault fault, boolean outlived) {
            return new ProofReport.Line(point, stateOf(fault, outlived), fault);
        }

        ProofReport report() {
            var all = new ArrayList<ProofReport.Line>();
            for (var point : ProofPoint.values()) {
                all.add(lines.stream().filter(line -> line.point() == point).findFirst().orElse(new ProofReport.Line(point, ProofState.NONE, null)));
            }
            return new ProofReport(List.copyOf(all), sha256, head, seal, answer);
        }
    }
}
