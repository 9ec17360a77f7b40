package jp.yakuba.account.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;

/** The desk that checks signatures made with the signature certificate (署名用電子証明書) and keeps the evidence. */
@Local
public interface SignatureDesk {
    /**
     * Checks certificate (chain, validity, kind, revocation) and signature now, keeps what was seen, and returns the
     * four facts; refused with the reason otherwise.
     */
    SignedFacts verify(@Valid VerifySignature command);
}
