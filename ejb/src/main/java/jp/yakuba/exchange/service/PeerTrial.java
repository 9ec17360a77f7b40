package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import jp.yakuba.exchange.api.Capability;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.exchange.api.PeerWay;
import jp.yakuba.exchange.api.TrialStep;
import jp.yakuba.exchange.api.TrialStep.Part;
import jp.yakuba.exchange.api.TrialStep.Reason;
import jp.yakuba.exchange.api.TrialStep.Verdict;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.model.OrganisationName;
import jp.yakuba.kernel.OfficeClock;

/** Tries a line step by step, and says of each on whose side it must be mended. It holds no transaction. */
@ApplicationScoped
public class PeerTrial {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int HTTPS = 443;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration CLOCKS_AGREE = Duration.ofMinutes(1);
    private static final int LONGEST = 200;

    @Inject
    private OrganisationTrust trust;

    @Inject
    private PeerLine line;

    @Inject
    private OfficeClock clock;

    /** All steps in their order. */
    public List<TrialStep> run(PeerView peer) {
        var steps = new ArrayList<TrialStep>();
        steps.add(ownKey());
        steps.add(ownLists());
        if (steps.get(0).verdict() == Verdict.WELL && peer.way() != PeerWay.THEY_COLLECT) {
            reach(peer, steps);
        }
        for (var part : Part.values()) {
            if (steps.stream().noneMatch(step -> step.part() == part)) {
                steps.add(new TrialStep(part, Verdict.SKIPPED, Reason.NOT_TRIED, null));
            }
        }
        return steps;
    }

    private TrialStep ownKey() {
        try {
            var own = OwnKeys.certificates();
            var now = Date.from(clock.now());
            if (own.isEmpty()) {
                return step(Part.OWN_KEY, Verdict.OURS, Reason.KEY_NONE, null);
            }
            boolean valid = own.stream().anyMatch(one -> !now.before(one.getNotBefore()) && now.before(one.getNotAfter()));
            return valid ? well(Part.OWN_KEY) : step(Part.OWN_KEY, Verdict.OURS, Reason.KEY_OVER, null);
        } catch (IOException | GeneralSecurityException unreadable) {
            return step(Part.OWN_KEY, Verdict.OURS, Reason.KEY_UNREADABLE, unreadable.getMessage());
        }
    }

    private TrialStep ownLists() {
        var now = Date.from(clock.now());
        if (trust.authorities().isEmpty()) {
            return step(Part.OWN_LISTS, Verdict.OURS, Reason.AUTHORITIES_NONE, null);
        }
        if (trust.lists().isEmpty()) {
            return step(Part.OWN_LISTS, Verdict.OURS, Reason.LISTS_NONE, null);
        }
        return trust.lists().stream().filter(list -> list.getNextUpdate() != null && !list.getNextUpdate().after(now)).findFirst()
                .map(over -> step(Part.OWN_LISTS, Verdict.OURS, Reason.LISTS_OVER, over.getIssuerX500Principal().getName()))
                .orElseGet(() -> well(Part.OWN_LISTS));
    }

    private void reach(PeerView peer, List<TrialStep> steps) {
        var address = URI.create(peer.address());
        var port = address.getPort() < 0 ? HTTPS : address.getPort();
        try {
            var host = InetAddress.getByName(address.getHost());
            steps.add(step(Part.NAME, Verdict.WELL, Reason.GOOD, host.getHostAddress()));
            shake(peer, new InetSocketAddress(host, port), steps);
        } catch (UnknownHostException unknown) {
            steps.add(step(Part.NAME, Verdict.UNCLEAR, Reason.NAME_UNKNOWN, address.getHost()));
        }
    }

    private void shake(PeerView peer, InetSocketAddress place, List<TrialStep> steps) {
        try (var plain = new Socket()) {
            plain.connect(place, CONNECT_MILLIS);
            steps.add(well(Part.CONNECTION));
            plain.setSoTimeout(CONNECT_MILLIS);
            var shown = new AtomicReference<X509Certificate[]>();
            if (handshake(plain, peer, place.getPort(), shown, steps) && shown.get() != null) {
                var judged = certificate(List.of(shown.get()), peer.code());
                steps.add(judged);
                if (judged.verdict() == Verdict.WELL) {
                    ask(peer, steps);
                }
            }
        } catch (ConnectException closed) {
            steps.add(step(Part.CONNECTION, Verdict.THEIRS, Reason.CLOSED, closed.getMessage()));
        } catch (IOException silent) {
            steps.add(step(Part.CONNECTION, Verdict.UNCLEAR, Reason.SILENT, silent.getMessage()));
        }
    }

    private boolean handshake(Socket plain, PeerView peer, int port, AtomicReference<X509Certificate[]> shown, List<TrialStep> steps) {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(OwnKeys.managers(), new TrustManager[] {new Looker(shown)}, null);
            try (var secured = (SSLSocket) context.getSocketFactory().createSocket(plain, URI.create(peer.address()).getHost(), port, true)) {
                secured.setEnabledProtocols(new String[] {"TLSv1.3"});
                secured.startHandshake();
            }
            steps.add(well(Part.HANDSHAKE));
            return true;
        } catch (SSLException refused) {
            steps.add(step(Part.HANDSHAKE, Verdict.THEIRS, alert(refused), refused.getMessage()));
        } catch (IOException | GeneralSecurityException broken) {
            steps.add(step(Part.HANDSHAKE, Verdict.UNCLEAR, Reason.BROKEN_OFF, broken.getMessage()));
        }
        return false;
    }

    /** What an alert of theirs means: one about a certificate is about the one we showed. */
    private static Reason alert(Exception refused) {
        var words = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("certificate") || words.contains("unknown_ca") || words.contains("access_denied")) {
            return Reason.REFUSES_US;
        }
        return words.contains("protocol_version") || words.contains("handshake_failure") || words.contains("unsupported") ? Reason.NO_TLS_13 : Reason.BROKEN_OFF;
    }

    private TrialStep certificate(List<X509Certificate> chain, String code) {
        var leaf = chain.get(0);
        var office = trust.officeOf(chain);
        var named = OrganisationName.of(leaf).map(OrganisationName::code).orElse("");
        if (office.isPresent()) {
            return office.get().equals(code) ? well(Part.CERTIFICATE) : step(Part.CERTIFICATE, Verdict.THEIRS, Reason.OTHER_OFFICE, named);
        }
        var now = Date.from(clock.now());
        if (now.before(leaf.getNotBefore()) || !now.before(leaf.getNotAfter())) {
            return step(Part.CERTIFICATE, Verdict.THEIRS, Reason.CERTIFICATE_OVER, leaf.getNotAfter().toInstant().toString());
        }
        if (!trust.knowsAuthorityOf(chain)) {
            return step(Part.CERTIFICATE, Verdict.OURS, Reason.AUTHORITY_UNKNOWN, leaf.getIssuerX500Principal().getName());
        }
        var list = trust.lists().stream().filter(one -> one.getIssuerX500Principal().equals(leaf.getIssuerX500Principal())).toList();
        if (list.stream().anyMatch(one -> one.isRevoked(leaf))) {
            return step(Part.CERTIFICATE, Verdict.THEIRS, Reason.CERTIFICATE_REVOKED, leaf.getSerialNumber().toString());
        }
        if (list.stream().noneMatch(one -> one.getNextUpdate() == null || one.getNextUpdate().after(now))) {
            return step(Part.CERTIFICATE, Verdict.OURS, Reason.LIST_MISSING, leaf.getIssuerX500Principal().getName());
        }
        return step(Part.CERTIFICATE, Verdict.THEIRS, named.isEmpty() ? Reason.OTHER_OFFICE : Reason.NOT_BELIEVED, named);
    }

    private void ask(PeerView peer, List<TrialStep> steps) {
        try {
            var reply = line.ask(new PeerLine.Request(peer.code(), "GET", URI.create(peer.address() + "/capability"), Map.of(), null, 0, PATIENCE));
            var said = reply.status() == 200 ? CapabilityJson.read(reply.body()).filter(word -> word.office().equals(peer.code())).orElse(null) : null;
            steps.add(capability(reply.status(), said));
            if (said != null) {
                steps.add(clocks(said.now()));
                steps.add(services(peer, said));
            }
        } catch (PeerUnreachable away) {
            var reason = alert(away);
            steps.add(step(Part.CAPABILITY, Verdict.THEIRS, reason == Reason.REFUSES_US ? reason : Reason.BROKEN_OFF, away.getMessage()));
        }
    }

    private static TrialStep capability(int status, Capability said) {
        if (said != null) {
            return well(Part.CAPABILITY);
        }
        return switch (status) {
            case 404 -> step(Part.CAPABILITY, Verdict.WELL, Reason.LEFT_OUT, null);
            case 401 -> step(Part.CAPABILITY, Verdict.THEIRS, Reason.WE_ARE_UNKNOWN, null);
            case 403 -> step(Part.CAPABILITY, Verdict.THEIRS, Reason.WE_ARE_SUSPENDED, null);
            default -> step(Part.CAPABILITY, Verdict.THEIRS, Reason.ANSWERS_STRANGELY, "HTTP " + status);
        };
    }

    private TrialStep clocks(Instant theirs) {
        var apart = Duration.between(clock.now(), theirs);
        return apart.abs().compareTo(CLOCKS_AGREE) <= 0 ? well(Part.CLOCK)
                : step(Part.CLOCK, Verdict.UNCLEAR, Reason.CLOCKS_DIFFER, apart.toSeconds() + " s");
    }

    private static TrialStep services(PeerView peer, Capability said) {
        var missing = new TreeSet<>(peer.asked());
        missing.removeAll(said.services());
        return missing.isEmpty() ? well(Part.SERVICES) : step(Part.SERVICES, Verdict.THEIRS, Reason.SERVICES_MISSING, String.join(", ", missing));
    }

    private static TrialStep well(Part part) {
        return step(part, Verdict.WELL, Reason.GOOD, null);
    }

    private static TrialStep step(Part part, Verdict verdict, Reason reason, String detail) {
        return new TrialStep(part, verdict, reason, detail == null || detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST));
    }

    /** Looks at what is shown and believes nothing: nothing is sent over this connection. */
    private record Looker(AtomicReference<X509Certificate[]> shown) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("No clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            shown.set(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
