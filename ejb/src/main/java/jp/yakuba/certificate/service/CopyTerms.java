package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Duration;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/** What an ordinance or a practice says of copies, as it is today: fee, how long what came is kept, the words of the attestation. */
@ApplicationScoped
public class CopyTerms {
    private static final String FEE = "certificate.wide.fee";
    private static final String HOURS = "certificate.wide.hours";
    private static final String ATTESTATION = "certificate.wide.attestation";
    private static final int USUAL_FEE = 300;
    private static final int USUAL_HOURS = 24;
    private static final String USUAL_ATTESTATION = "この写しは、{0}が備える住民票の原本と相違ないことを証明する。";

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** Yen for a copy today. */
    int fee() {
        return organization.findSetting(FEE, clock.today()).map(Integer::parseInt).orElse(USUAL_FEE);
    }

    /** How long a request waits for its answer, and what came stays. */
    Duration kept() {
        return Duration.ofHours(organization.findSetting(HOURS, clock.today()).map(Integer::parseInt).orElse(USUAL_HOURS));
    }

    /** The words by which a copy of the town's record is attested. */
    String attestation(String town) {
        return MessageFormat.format(organization.findSetting(ATTESTATION, clock.today()).orElse(USUAL_ATTESTATION), town);
    }
}
