package jp.yakuba.web.shell;

import io.undertow.server.RenegotiationRequiredException;
import io.undertow.servlet.api.SecurityInfo.EmptyRoleSemantic;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import jp.yakuba.account.api.Zone;

/**
 * Through which listener a request came: the port it really arrived at says so, whatever headers it carries. Each zone
 * serves its own paths and knows nothing of the others'.
 */
public final class Listeners {
    private static final int CARD = port("card", 8444);
    private static final int OFFICE = port("office", 8090);
    private static final int LGWAN = port("lgwan", 8445);
    private static final String EXCHANGE = "/api/exchange/";

    private Listeners() {}

    /** The zone of the listener. */
    public static Zone zoneOf(HttpServletRequest request) {
        int port = portOfArrival(request);
        if (port == OFFICE) {
            return Zone.OFFICE;
        }
        if (port == LGWAN) {
            return Zone.LGWAN;
        }
        return port == CARD ? Zone.CARD : Zone.PORTAL;
    }

    /** True if the zone serves the path at all. */
    public static boolean serves(Zone zone, String path) {
        boolean office = path.equals("/office") || path.startsWith("/office/");
        boolean presenting = path.equals("/card/sign-in");
        return switch (zone) {
            case OFFICE -> office || isShared(path);
            case CARD -> presenting;
            case PORTAL -> !office && !presenting && !path.startsWith(EXCHANGE);
            case LGWAN -> path.startsWith(EXCHANGE);
        };
    }

    /** True if nobody may open the address of this request: it is named nowhere, so there is no such page. */
    static boolean isClosedToAll() {
        var context = ServletRequestContext.current();
        var constraints = context == null ? null : context.getRequiredConstrains();
        return constraints != null && constraints.stream().anyMatch(constraint ->
                constraint.getRequiredRoles().isEmpty() && constraint.getEmptyRoleSemantic() == EmptyRoleSemantic.DENY);
    }

    /** True for the address without a page; the server rewrites it to that of the home page before anybody sees it. */
    static boolean isBareAddress(String path) {
        return path.equals("/") || path.equals("/home");
    }

    /** True for what neither shows nor changes anything of anybody: style, script, pictures. */
    public static boolean isResource(String path) {
        return path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/") || path.equals("/favicon.ico");
    }

    /**
     * True if this listener is known by the name that the request asks for; whoever asks how we are need not know it, and offices are known
     * by certificates, not by names.
     */
    static boolean isAskedByName(HttpServletRequest request, Zone zone, String path) {
        return zone == Zone.LGWAN || path.startsWith("/health/") || PublicAddresses.ours().knows(zone, request);
    }

    /** The certificates that the other side showed in the handshake, its own first; none if it showed none. */
    static List<X509Certificate> certificatesShown() {
        var context = ServletRequestContext.current();
        var session = context == null ? null : context.getExchange().getConnection().getSslSessionInfo();
        try {
            return session == null ? List.of() : Stream.of(session.getPeerCertificates()).map(X509Certificate.class::cast).toList();
        } catch (SSLPeerUnverifiedException | RenegotiationRequiredException none) {
            return List.of();
        }
    }

    /** The port of the connection itself: behind a balancer the request's own port is what a header says. */
    private static int portOfArrival(HttpServletRequest request) {
        var context = ServletRequestContext.current();
        return context != null && context.getExchange().getConnection().getLocalAddress() instanceof InetSocketAddress arrived
                ? arrived.getPort()
                : request.getLocalPort();
    }

    private static boolean isShared(String path) {
        return isResource(path) || path.equals("/preferences") || path.startsWith("/health/") || path.equals("/preferences/set")
                || path.startsWith("/api/office/") || path.startsWith("/api/postal/");
    }

    private static int port(String name, int usual) {
        return Integer.getInteger("yakuba.port." + name, usual);
    }
}
