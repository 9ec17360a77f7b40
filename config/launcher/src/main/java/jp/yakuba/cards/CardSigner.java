package jp.yakuba.cards;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/** What a card does with a digest: RSA, PKCS #1 v1.5, over the named SHA-256 digest. Also a program to be called by hand. */
public final class CardSigner {
    private static final byte[] SHA256_PREFIX = HexFormat.of().parseHex("3031300d060960864801650304020105000420");
    private static final int DIGEST_BYTES = 32;

    private final Path card;

    /** Signs with the card in the folder. */
    public CardSigner(Path card) {
        this.card = card;
    }

    /** A signature and the certificate that belongs to it, both in Base64. */
    public record Signed(String certificate, String signature) {
        /** As the file that the portal takes. */
        public String json() {
            return "{\"certificate\":\"" + certificate + "\",\"signature\":\"" + signature + "\"}";
        }
    }

    /** Signs what has the SHA-256 digest. */
    public Signed sign(byte[] digest) {
        if (digest.length != DIGEST_BYTES) {
            throw new IllegalArgumentException("A SHA-256 digest has 32 bytes");
        }
        var authority = KeyFile.read(card.resolve("signature.p12"), CardBox.PASSWORD);
        try {
            var signer = Signature.getInstance("NONEwithRSA");
            signer.initSign(authority.key());
            signer.update(SHA256_PREFIX);
            signer.update(digest);
            var coder = Base64.getEncoder();
            return new Signed(coder.encodeToString(authority.certificate().getEncoded()), coder.encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new CardsFailed("The card does not sign", e);
        }
    }

    /**
     * Prints a signature as JSON.
     *
     * @param arguments folder of the card, digest in hexadecimal
     */
    public static void main(String[] arguments) {
        System.out.println(new CardSigner(Path.of(arguments[0])).sign(HexFormat.of().parseHex(arguments[1])).json());
    }
}
