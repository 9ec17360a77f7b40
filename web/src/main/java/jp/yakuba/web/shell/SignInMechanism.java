package jp.yakuba.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.account.api.ParkingDesk;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.account.api.Zone;
import jp.yakuba.exchange.api.PeerDoorDesk;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;

/**
 * The porter: tells for every request through which listener it came, whose token it shows, and which roles hold there.
 * The container's own checks, of addresses in {@code web.xml} and of desks in the beans, rest on what it says.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    private static final String REQUEST_ID = "X-Request-Id";
    /** Misdirected: the name that was asked for is not this listener's. */
    private static final int MISDIRECTED = 421;

    @Inject
    private SignInDesk desk;

    @Inject
    private PeerDoorDesk peers;

    @Inject
    private ParkingDesk parking;

    @Inject
    private CurrentActor current;

    @Inject
    private RefusalBook refusals;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var zone = Listeners.zoneOf(request);
        var path = Paths.served(request);
        if (zone == Zone.OFFICE && Listeners.isBareAddress(path)) {
            return redirect(response, "/office");
        }
        var id = UUID.randomUUID().toString();
        var origin = origin(request);
        current.actAs(Actor.anonymous(origin), id);
        response.setHeader(REQUEST_ID, id);
        if (!Listeners.isAskedByName(request, zone, path)) {
            RefusalFilter.because(request, RefusalFilter.UNKNOWN_NAME);
            return refuse(response, MISDIRECTED);
        }
        if (zone == Zone.LGWAN) {
            return admitPeer(request, response, context, path, id);
        }
        if (Listeners.isResource(path)) {
            return context.doNothing();
        }
        var token = SessionCookie.of(zone).read(request);
        var actor = zone == Zone.CARD ? null : desk.actorOf(token, zone, origin).orElse(null);
        if (actor != null) {
            current.actAs(actor, id);
        }
        if (!Listeners.serves(zone, path)) {
            RefusalFilter.because(request, RefusalFilter.OTHER_ZONE);
            return refuse(response, HttpServletResponse.SC_NOT_FOUND);
        }
        if (Listeners.isClosedToAll()) {
            return refuse(response, HttpServletResponse.SC_NOT_FOUND);
        }
        if (actor != null) {
            return context.notifyContainerAboutLogin(actor.id().toString(), actor.roles());
        }
        return context.isProtected() ? askToSignIn(request, response, zone, token) : context.doNothing();
    }

    /** Another office is known by the certificate that it showed in the handshake; there is no other way in. */
    private AuthenticationStatus admitPeer(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String path, String id) {
        if (!Listeners.serves(Zone.LGWAN, path) || Listeners.isClosedToAll()) {
            return refuse(response, HttpServletResponse.SC_NOT_FOUND);
        }
        var peer = peers.admit(Listeners.certificatesShown(), origin(request));
        if (peer.isEmpty()) {
            return refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
        }
        current.actAs(peer.get(), id);
        return context.notifyContainerAboutLogin(peer.get().name(), peer.get().roles());
    }

    private AuthenticationStatus askToSignIn(
            HttpServletRequest request, HttpServletResponse response, Zone zone, String token) {
        noteForeignToken(request, zone, origin(request));
        if (Paths.served(request).startsWith("/api/")) {
            return refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
        }
        boolean isPost = "POST".equals(request.getMethod());
        boolean parked = isPost && waits(zone, request) && PostedForm.isParkable(request)
                && parking.park(token, zone, request.getRequestURI(), PostedForm.encode(request));
        var next = "GET".equals(request.getMethod()) ? asked(request) : request.getRequestURI();
        var page = zone == Zone.OFFICE ? "/office/sign-in" : "/sign-in";
        return redirect(response, page + "?next=" + URLEncoder.encode(parked ? continuing(zone) : next, StandardCharsets.UTF_8)
                + (token == null ? "" : "&why=ended"));
    }

    /** Of the staff's pages only the counter's sheet carries all that was typed; the others live in the session that has ended. */
    private static boolean waits(Zone zone, HttpServletRequest request) {
        return zone == Zone.PORTAL || zone == Zone.OFFICE && "/office/counter".equals(request.getRequestURI());
    }

    private static String continuing(Zone zone) {
        return zone == Zone.OFFICE ? "/office/continue" : "/account-continue";
    }

    /** Somebody whose session stands in another zone knocks at a door of this one: sent away like anybody, but written down. */
    private void noteForeignToken(HttpServletRequest request, Zone zone, String origin) {
        var other = zone == Zone.OFFICE ? Zone.PORTAL : Zone.OFFICE;
        var stranger = Stream.of(SessionCookie.PORTAL, SessionCookie.OFFICE).map(cookie -> cookie.read(request))
                .filter(Objects::nonNull)
                .flatMap(token -> desk.actorOf(token, other, origin).stream()).findFirst().orElse(null);
        if (stranger != null) {
            var id = current.requestId();
            current.actAs(stranger, id);
            refusals.write(RefusalFilter.OTHER_ZONE, Paths.served(request));
            current.actAs(Actor.anonymous(origin), id);
        }
    }

    private static String origin(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static AuthenticationStatus redirect(HttpServletResponse response, String address) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, int status) {
        try {
            response.sendError(status);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
