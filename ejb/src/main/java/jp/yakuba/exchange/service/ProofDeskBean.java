package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.PROOF_BUSY;
import static jp.yakuba.exchange.api.ExchangeProblem.PROOF_TOO_LARGE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.yakuba.exchange.api.ProofDesk;
import jp.yakuba.exchange.api.ProofReport;
import jp.yakuba.exchange.service.container.ProofCheck;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Behind the desk for evidence: the file lies in a temporary one while it is checked, and nothing is written anywhere else. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProofDeskBean implements ProofDesk {
    private static final String PER_MINUTE = "exchange.proof.per-minute";
    private static final int USUAL_PER_MINUTE = 60;

    private ProofCheck check;
    private ProofPlaces places;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected ProofDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ProofDeskBean(ProofCheck check, ProofPlaces places, OrganizationDesk organization, OfficeClock clock) {
        this.check = check;
        this.places = places;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @PermitAll // whoever holds a document may have it checked, and learns nothing that is not in it
    public ProofReport check(InputStream content) {
        if (!places.take()) {
            throw new RuleViolation(PROOF_BUSY);
        }
        try {
            return checkApart(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            places.leave();
        }
    }

    @Override
    @PermitAll // a number that everybody finds out by asking often enough
    public int mostInAMinute() {
        return organization.findSetting(PER_MINUTE, clock.today()).map(Integer::parseInt).orElse(USUAL_PER_MINUTE);
    }

    private ProofReport checkApart(InputStream content) throws IOException {
        var file = Files.createTempFile("yakuba-proof-", ".zip");
        try {
            keep(content, file);
            return check.check(file, LARGEST);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void keep(InputStream content, Path file) throws IOException {
        long left = LARGEST;
        var buffer = new byte[64 * 1024];
        try (var out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new RuleViolation(PROOF_TOO_LARGE);
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
