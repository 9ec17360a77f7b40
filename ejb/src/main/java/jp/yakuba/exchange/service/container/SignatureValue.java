package jp.yakuba.exchange.service.container;

import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.kernel.StrictXml;

/** What was computed with the key: the same in a signature whatever proof is put behind it later. */
final class SignatureValue {
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final int LARGEST = 8 * 1024 * 1024;

    private SignatureValue() {}

    /** The value of the one signature. */
    static String of(byte[] signatures) throws ContainerRefused {
        try {
            var values = StrictXml.read(signatures, LARGEST).getElementsByTagNameNS(DSIG, "SignatureValue");
            ContainerRefused.require(values.getLength() == 1, ExchangeFault.SIGNATURE_NOT_ONE, values.getLength() + " signatures");
            return values.item(0).getTextContent().replaceAll("\\s", "");
        } catch (StrictXml.NotRead broken) {
            throw new ContainerRefused(ExchangeFault.SIGNATURE_UNREADABLE, broken.getMessage());
        }
    }
}
