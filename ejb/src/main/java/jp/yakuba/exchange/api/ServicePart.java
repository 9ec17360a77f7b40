package jp.yakuba.exchange.api;

/**
 * What a program of the other office reads.
 *
 * @param service code of the service
 * @param version version of its form
 * @param content XML in that form
 */
public record ServicePart(String service, int version, byte[] content) {
    public ServicePart {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
