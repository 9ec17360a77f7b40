package jp.yakuba.document.service.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.model.dispatch.Addressee;
import jp.yakuba.document.model.dispatch.FairCopy;
import jp.yakuba.document.model.drafting.DraftFile;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.service.signing.OfficeSigning;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/** Makes fair copies (浄書) of what was decided. */
@ApplicationScoped
public class CopyPress {
    @Inject
    private OrganizationDesk organization;

    @Inject
    private FileDesk files;

    @Inject
    private OfficeSigning signing;

    @Inject
    private OfficeClock clock;

    /** Writes the copy for the addressee; null for what is made public. */
    void print(DraftVersion.Words words, String section, String number, Addressee to, OutputStream out) {
        var today = clock.today();
        var town = organization.town();
        var office = organization.successorsOf(section, today).stream().findFirst()
                .map(one -> town.name() + "　" + one.name() + "　電話 " + one.phone()).orElse(town.name());
        FairCopy.write(new FairCopy.Letter(number, today, to == null || to.honorific() == null ? null : to.name() + "　" + to.honorific(),
                town.headTitle() + "　" + town.headName(), words.facts().seal(), words.title(), words.text(), office,
                words.files().stream().map(DraftFile::name).toList()), out);
    }

    /** Keeps the copy for the addressee among the files, signed if its way asks for that. */
    StoredFile keep(DraftVersion version, String section, String number, Addressee to, OfficeSigning.CopyHand hand) {
        var out = new ByteArrayOutputStream();
        print(version.words(), section, number, to, out);
        var pdf = hand.signs(to.channel()) ? signing.sign(out.toByteArray(), hand) : out.toByteArray();
        return files.keep(new ByteArrayInputStream(pdf), number + ".pdf", ReceiptDesk.LARGEST_BYTES);
    }
}
