package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import jp.yakuba.certificate.model.CopyItems;
import jp.yakuba.certificate.model.CopyPaper;
import jp.yakuba.certificate.model.IssuedCopy;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.signature.api.PdfSigning;
import jp.yakuba.signature.api.SigningMeans;

/** Makes the sheet of a copy, signed by the office where it has a key that it may use: what is changed afterwards is seen. */
@ApplicationScoped
public class CopyPress {
    @Inject
    private CopyTerms terms;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private SigningMeans means;

    @Inject
    private PdfSigning pdf;

    @Inject
    private OfficeClock clock;

    /** The fiscal year in which numbers are counted today. */
    int year() {
        return FiscalYear.of(clock.today()).year();
    }

    /** The sheet as PDF, attested as of the day whose ledger says what it says. */
    byte[] print(CopyItems items, IssuedCopy.Number number, String homeTown) {
        var town = organization.town();
        var out = new ByteArrayOutputStream();
        CopyPaper.write(items, new CopyPaper.Frame(number.toString(), items.asOf(), terms.attestation(homeTown), town.headTitle() + "　" + town.headName()), out);
        var sheet = out.toByteArray();
        return means.key().usable().map(hand -> pdf.sign(sheet, hand)).orElse(sheet);
    }
}
