package jp.yakuba.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.yakuba.account.api.Zone;

/**
 * The addresses by which each listener is known outside (公開アドレス). They are told to the office by its operator; what a
 * request says of itself in its header is only compared with them, and never becomes part of an answer.
 *
 * <p>{@code YAKUBA_PUBLIC_URL} names the portal, {@code YAKUBA_OFFICE_URL} the office and {@code YAKUBA_CARD_URL} the card
 * listener: one address each, or several with a space between them. Where nothing is named, this machine alone is known.
 */
public final class PublicAddresses {
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1");
    private static final PublicAddresses OURS = new PublicAddresses(
            System::getenv, name -> Integer.getInteger("yakuba.port." + name, 0));

    private final Map<Zone, List<URI>> known = new EnumMap<>(Zone.class);

    PublicAddresses(UnaryOperator<String> environment, ToIntFunction<String> ports) {
        known.put(Zone.PORTAL, named(environment.apply("YAKUBA_PUBLIC_URL"), Stream.concat(
                here("http", ports.applyAsInt("http")), here("https", ports.applyAsInt("https")))));
        known.put(Zone.OFFICE, named(environment.apply("YAKUBA_OFFICE_URL"), here("http", ports.applyAsInt("office"))));
        known.put(Zone.CARD, named(environment.apply("YAKUBA_CARD_URL"), here("https", ports.applyAsInt("card"))));
    }

    /** Those of this office. */
    public static PublicAddresses ours() {
        return OURS;
    }

    /** True if the listener is known by the name that the request asks for. */
    boolean knows(Zone zone, HttpServletRequest request) {
        return knows(zone, request.getHeader("Host"));
    }

    boolean knows(Zone zone, String host) {
        return !matching(zone, host).isEmpty();
    }

    /** The listener's own address that the request asks for; the first of all if it asks for none of them. */
    public String of(Zone zone, HttpServletRequest request) {
        return of(zone, request.getScheme(), request.getHeader("Host"));
    }

    String of(Zone zone, String scheme, String host) {
        var fitting = matching(zone, host);
        return first(fitting.isEmpty() ? of(zone) : fitting, address -> address.getScheme().equals(scheme));
    }

    /** The address of another listener for whoever came under the name of the request: the same name where it has one. */
    public String beside(Zone zone, HttpServletRequest request) {
        return beside(zone, request.getServerName());
    }

    String beside(Zone zone, String name) {
        return first(of(zone), address -> address.getHost().equalsIgnoreCase(name));
    }

    /** Every address of the listeners that residents meet. */
    List<String> ofResidents() {
        return Stream.of(Zone.PORTAL, Zone.CARD).flatMap(zone -> of(zone).stream()).map(URI::toString).distinct().toList();
    }

    private List<URI> of(Zone zone) {
        return known.getOrDefault(zone, List.of());
    }

    private List<URI> matching(Zone zone, String host) {
        return host == null ? List.of() : of(zone).stream().filter(address -> isAsked(address, host)).toList();
    }

    private static boolean isAsked(URI address, String host) {
        var asked = host.toLowerCase(Locale.ROOT);
        return asked.equals(address.getAuthority()) || asked.equals(address.getAuthority() + ":" + usualPort(address));
    }

    private static int usualPort(URI address) {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    private static String first(List<URI> addresses, Predicate<URI> wished) {
        return Stream.concat(addresses.stream().filter(wished), addresses.stream()).findFirst().orElseThrow().toString();
    }

    private static Stream<String> here(String scheme, int port) {
        return THIS_MACHINE.stream().map(name -> scheme + "://" + name + ":" + port);
    }

    private static List<URI> named(String configured, Stream<String> otherwise) {
        var addresses = new ArrayList<URI>();
        var words = configured == null || configured.isBlank() ? otherwise : Stream.of(configured.strip().split("[\\s,]+"));
        words.map(PublicAddresses::read).forEach(addresses::add);
        return List.copyOf(addresses);
    }

    private static URI read(String word) {
        var address = URI.create(word.replaceFirst("/+$", "").toLowerCase(Locale.ROOT));
        var plain = List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null
                && address.getUserInfo() == null && address.getPath().isEmpty() && address.getQuery() == null;
        if (!plain) {
            throw new IllegalStateException(word + " is no public address; write https://<name> or https://<name>:<port>");
        }
        return withoutUsualPort(address);
    }

    /** As browsers write it: a port that the scheme says anyway is left out. */
    private static URI withoutUsualPort(URI address) {
        var usual = address.getScheme().equals("https") ? 443 : 80;
        return address.getPort() == usual ? URI.create(address.getScheme() + "://" + address.getHost()) : address;
    }
}
