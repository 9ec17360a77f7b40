package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.io.InputStream;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/**
 * The notice board (掲示場) for everybody, as it hangs today: notices, ordinances and calls by which a notice counts as served (地方自治法16条,
 * 公示送達: 民事訴訟法111条 and the laws that follow it want them to be read on the net).
 */
@Local
public interface NoticeBoardDesk {
    /** What hangs today, latest first. A title that tells a protected address does so to nobody. */
    Page<PostedNotice> listUp(PageRequest page);

    /**
     * The paper as it was posted, PDF.
     *
     * @throws jp.yakuba.kernel.RuleViolation {@link DocumentProblem#NO_SUCH_DELIVERY} if it does not hang today, or tells an address that is
     *     protected since
     */
    InputStream open(UUID deliveryId);
}
