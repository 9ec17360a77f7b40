package jp.yakuba.account.api;

import jakarta.ejb.Local;
import java.util.Optional;

/**
 * The desk where a signature is waited for: the portal opens a signing with the digest, the card software (or a file)
 * delivers certificate and signature, the portal takes them once. What they are worth, {@link SignatureDesk} judges.
 */
@Local
public interface SigningDesk {
    /** Opens a signing of the signed-in resident over a SHA-256 digest; the browser returns to the path. Gives its state. */
    String open(byte[] digest, String returnPath);

    /** The signing with the state, if it is the signed-in resident's and still stands. */
    Optional<SigningView> find(String state);

    /** Takes in what the card made (both Base64); who knows the state may deliver, once. */
    void deliver(String state, String certificate, String signature);

    /** What was delivered, once, to the resident who asked. */
    Optional<CardSigned> take(String state);
}
