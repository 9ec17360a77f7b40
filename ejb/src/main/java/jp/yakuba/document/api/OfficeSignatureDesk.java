package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** The signing desk (電子署名): shows and checks the signatures of what went out and of decisions, and says whether the office can sign. */
@Local
public interface OfficeSignatureDesk {
    /** The signed copies of a record that one may read, in the order of its recipients. */
    List<SignatureLine> list(UUID recordId);

    /** The same, each checked now against the authorities that the office trusts. */
    List<CheckedSignature> check(UUID recordId);

    /** The latest version of a signed copy or sheet of a record that one may read. */
    InputStream open(UUID recordId, String original);

    /** Whether the office can sign and stamp. */
    SigningState state();
}
