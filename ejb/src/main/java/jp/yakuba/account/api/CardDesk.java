package jp.yakuba.account.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The card desk: sign-in by the sign-in certificate (利用者証明用電子証明書) of the IC card.
 *
 * <p>The way: the portal opens a handover and keeps a secret of it in a cookie; the card listener takes the certificate,
 * has it checked and sends the browser home with a one-time token; the portal takes the token together with the secret.
 */
@Local
public interface CardDesk {
    /** Opens a handover that ends at the portal address; of a signed-in resident, it will add the card. */
    CardStart openHandover(String returnTo);

    /** Where the handover that left with the state ends, if it still stands. */
    Optional<String> findReturn(String state);

    /** Checks the certificate (DER) that the card listener saw; refuses with the reason if it does not hold. */
    CardAnswer present(String state, byte[] certificate, String origin);

    /** Takes the handover home in the browser that began: a session if the card has an account, else the need for one. */
    CardSignIn take(String browser, String token, String origin, String agent);

    /** Opens an account for a card that has none yet; its owner need not be in the ledger. */
    SignInStep openAccount(@Valid OpenCardAccount command);

    /** The cards of the signed-in resident. */
    List<CardView> listMine();

    /** Takes a card off the account and ends every session but the one with the token; refused if it is the only way in. */
    void remove(UUID cardId, String presentToken);
}
