package jp.yakuba.exchange.api;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import jp.yakuba.kernel.MunicipalityCode;

/**
 * Write an office down with which documents are exchanged; see {@link PeerView}.
 *
 * @param version version that was read; null for an office that is new
 */
public record WritePeer(
        @NotNull String code, @NotNull String name, @NotNull String address, @NotNull Set<@NotNull String> services, @NotNull Set<@NotNull String> asked,
        long mostBytes, int perMinute, PeerWay way, Long version) {
    /** With what every address ends. */
    public static final String PATH = "/api/exchange/v1";

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    /** Longest address, in characters. */
    public static final int LONGEST_ADDRESS = 500;

    /** Least that a message may be, in bytes. */
    public static final long LEAST_BYTES = 1024;

    /** Most that a message may be, in bytes. */
    public static final long MOST_BYTES = 2_147_483_648L;

    /** Most messages in a minute. */
    public static final int MOST_PER_MINUTE = 100_000;

    private static final int LAST_PORT = 65_535;
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** An office with which each calls the other. */
    public WritePeer(String code, String name, String address, Set<String> services, Set<String> asked, long mostBytes, int perMinute, Long version) {
        this(code, name, address, services, asked, mostBytes, perMinute, PeerWay.BOTH_CALL, version);
    }

    public WritePeer {
        services = Set.copyOf(services);
        asked = Set.copyOf(asked);
    }

    /** The fields that cannot be as they are; none if all is well. */
    public Set<PeerField> wrong() {
        var wrong = EnumSet.noneOf(PeerField.class);
        put(wrong, PeerField.CODE, MunicipalityCode.isValid(code));
        put(wrong, PeerField.NAME, !name.isBlank() && name.strip().length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl));
        put(wrong, PeerField.ADDRESS, isAddress(address.strip()));
        put(wrong, PeerField.SERVICES, services.stream().allMatch(one -> SERVICE.matcher(one).matches()));
        put(wrong, PeerField.ASKED, asked.stream().allMatch(one -> SERVICE.matcher(one).matches()));
        put(wrong, PeerField.MOST_BYTES, mostBytes >= LEAST_BYTES && mostBytes <= MOST_BYTES);
        put(wrong, PeerField.WAY, way != null);
        put(wrong, PeerField.PER_MINUTE, perMinute >= 1 && perMinute <= MOST_PER_MINUTE);
        return wrong;
    }

    private static void put(Set<PeerField> wrong, PeerField field, boolean well) {
        if (!well) {
            wrong.add(field);
        }
    }

    /** Over TLS, at a host, with nothing beside the path of the protocol's version. */
    private static boolean isAddress(String text) {
        try {
            var uri = new URI(text);
            return text.length() <= LONGEST_ADDRESS && "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= LAST_PORT && uri.getUserInfo() == null
                    && uri.getQuery() == null && uri.getFragment() == null && uri.getPath().endsWith(PATH);
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
