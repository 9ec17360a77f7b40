package jp.yakuba.account.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The desk for mandates (委任): a resident lets another account act, which must accept. */
@Local
public interface MandateDesk {
    /** Offers a mandate to the owner of a mail address; neither the answer nor any list tells whether there is one. */
    void offer(@Valid OfferMandate command);

    /** Mandates the signed-in resident gave, newest first. */
    Page<MandateView> listGiven(PageRequest page);

    /** Mandates the signed-in resident received, and those offered to the resident's mail address, newest first. */
    Page<MandateView> listReceived(PageRequest page);

    /** The agent takes the mandate on. */
    void accept(UUID mandateId);

    /** The agent declines or lays down the mandate. */
    void decline(UUID mandateId);

    /** The principal takes the mandate back, at once. */
    void revoke(UUID mandateId);
}
