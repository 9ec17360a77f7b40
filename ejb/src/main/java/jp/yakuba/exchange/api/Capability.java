package jp.yakuba.exchange.api;

import java.time.Instant;
import java.util.List;

/**
 * What an office can do at the exchange, and what the one that asks may (能力の照会).
 *
 * @param office its code
 * @param versions of the protocol, as they stand in the address
 * @param now its clock
 * @param until when nobody need ask again before
 * @param services that the asker may use
 * @param algorithms digests and signatures that are taken
 */
public record Capability(
        String office, String name, List<String> versions, Instant now, Instant until, Limits limits, List<String> services, List<String> algorithms) {
    public static final String VERSION = "v1";

    /**
     * How much is taken from the asker.
     *
     * @param messageBytes the largest message
     * @param pieceBytes the largest piece, or whole message in one request
     * @param pieces most of them in a message
     * @param perMinute most messages in a minute
     */
    public record Limits(long messageBytes, int pieceBytes, int pieces, int perMinute) {}

    public Capability {
        versions = List.copyOf(versions);
        services = List.copyOf(services);
        algorithms = List.copyOf(algorithms);
    }

    /** True if a message of the service and size is taken in pieces of so many bytes. */
    public boolean takes(String service, long bytes, int piece) {
        return services.contains(service) && bytes <= limits.messageBytes() && piece <= limits.pieceBytes() && (bytes + piece - 1) / piece <= limits.pieces();
    }
}
