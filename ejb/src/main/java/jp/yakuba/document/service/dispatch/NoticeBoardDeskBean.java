package jp.yakuba.document.service.dispatch;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DELIVERY;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.NoticeBoardDesk;
import jp.yakuba.document.api.PostedNotice;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.store.dispatch.DispatchStore;
import jp.yakuba.document.store.signing.SignatureStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ShieldDesk;

/** Shows what hangs on the notice board today; a text is looked through each time, for an address may be protected since. */
@Stateless
@RunAs(Role.DESK)
public class NoticeBoardDeskBean implements NoticeBoardDesk {
    @Inject
    private DispatchStore store;

    @Inject
    private SignatureStore signatures;

    @Inject
    private FileDesk files;

    @Inject
    private ShieldDesk shield;

    @Inject
    private OfficeClock clock;

    @Override
    @PermitAll // the board hangs in the street
    public Page<PostedNotice> listUp(PageRequest page) {
        var found = store.listUp(clock.now(), clock.today(), page);
        var titles = shield.hideFromAll(found.rows().stream().map(PostedNotice::title).toList()).iterator();
        return new Page<>(found.rows().stream().map(one -> one.withWords(titles)).toList(), found.total(), page);
    }

    @Override
    @PermitAll // the board hangs in the street
    public InputStream open(UUID deliveryId) {
        var delivery = store.findUp(deliveryId, clock.now(), clock.today()).orElseThrow(() -> new RuleViolation(NO_SUCH_DELIVERY));
        var texts = store.findWords(delivery.recordId()).map(DraftVersion::words).orElseThrow(() -> new RuleViolation(NO_SUCH_DELIVERY)).texts();
        if (!shield.hideFromAll(texts).equals(texts)) {
            throw new RuleViolation(NO_SUCH_DELIVERY);
        }
        return files.open(signatures.latestOf(delivery.sha256()));
    }
}
